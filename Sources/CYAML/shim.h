// What Reading needs of libyaml.
#include <yaml.h>
