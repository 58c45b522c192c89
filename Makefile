# What poet is built, tested and checked with. Each target installs what it needs and is missing.
#
#   make report    builds poet and renders every example into Output/
#   make gallery   draws docs/gallery/ anew: every kind of chart and infographic, to be looked at before a release
#   make test      the tests that need no browser
#   make check     everything: style, tests, same bytes twice, HTML, accessibility, colours, the installed program
#   make format    formats the Swift sources
#   make install   PREFIX=/usr/local: bin/poet, share/poet, the manual page, completions for bash, zsh and fish
#   make bench     how fast it is, beside the limits we set ourselves
#   make clean     removes what was built and rendered

PREFIX ?= /usr/local
DESTDIR ?=

# The Swift library is linked in: the program starts faster, and runs without the toolchain.
RELEASE := -c release --static-swift-stdlib --product poet
POET := .build/release/poet
SOURCES := $(shell find Sources Package.swift)

EXAMPLES := ascs-2020-21 poet-adults-2017 exampleshire/2024 exampleshire/2026 exampleshire-children exampleham-health \
	tiny tiny-published
# The checks give reports this date, so that midnight changes nothing.
DATE := 2026-01-31
FORMATS := html,md,png,pdf,svg,csv,ods,json

# Pages that a browser opens: of each example one, and of the councils those with the longest and shortest names.
PAGES := ascs-2020-21/norfolk ascs-2020-21/windsor-and-maidenhead ascs-2020-21/york \
	poet-adults-2017/national exampleshire/2024/exampleshire exampleshire/2026/exampleshire exampleshire/2026/south \
	exampleshire-children/exampleshire exampleham-health/exampleham \
	tiny/exampleton tiny-published/marked

# Infographics: a report and a template each; every size of it, for print, social media and the web.
INFOGRAPHICS := poet-adults-2017/national:national-adults ascs-2020-21/norfolk:council \
	exampleshire/2026/exampleshire:council exampleshire/2026/exampleshire:carers \
	exampleshire/2026/exampleshire:what-helps exampleshire-children/exampleshire:children
# Where one of them goes, below the output folder.
infographic = infographics/$(notdir $(subst :,-,$1))

# Easy Read, without ending.
BOOKLETS := exampleshire/2026/exampleshire/easy-read

# Documents beside a report, each of one example at least.
LEAFLETS := $(addprefix exampleshire/2026/exampleshire/,initial-findings summary briefing) \
	$(addprefix exampleshire-children/exampleshire/,initial-findings summary briefing) \
	exampleshire/2026/south/summary exampleham-health/exampleham/briefing poet-adults-2017/national/summary

# What the checks make: three renderings of the same examples, and an installed program.
CHECKS := .build-checks
ONE := $(CHECKS)/one
TWO := $(CHECKS)/two
PYTHON := $(CHECKS)/python/bin/python

# What `make check` holds the built program against, in this order.
CHECKED := check-bytes check-attack check-findings check-damage check-html check-access check-reading check-colour \
	check-pdf check-data check-infographics check-easy-read check-installed

.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: report gallery test check format install bench clean setup setup-checks lint swift-test \
	$(CHECKED)

# Renders every example: $(call render,<folder>,<options>,<environment>).
define render
@echo '$(strip $3 poet) render Examples/* --output $1 $2'
$(foreach example,$(EXAMPLES),@$3 $(POET) render Examples/$(example) --output $1/$(example) $2 >/dev/null
)
endef

# Makes every infographic: $(call draw,<folder>,<options>,<environment>).
define draw
@echo '$(strip $3 poet) infographic … --output $1/infographics $2'
$(foreach one,$(INFOGRAPHICS),@$3 $(POET) infographic Examples/$(firstword $(subst :, ,$(one))) \
	--template $(lastword $(subst :, ,$(one))) --output $1/$(call infographic,$(one)) $2 >/dev/null
)
endef

report: setup $(POET)
	$(call render,Output,--formats $(FORMATS))
	$(call draw,Output,--print)
	@echo
	@echo 'Reports to look at, in any browser:'
	@for page in $(PAGES); do echo "  Output/$$page/report.html"; done
	@echo
	@echo 'Infographics, each in a folder for print, social media and the web:'
	@for folder in $(foreach one,$(INFOGRAPHICS),$(call infographic,$(one))); do echo "  Output/$$folder"; done

gallery: setup $(POET)
	$(POET) gallery Examples/gallery.yaml --output docs/gallery >/dev/null

test: setup swift-test

# The tests stand last, so that a run ends with their count.
check: setup-checks lint $(POET) $(CHECKED) swift-test
	@echo 'Everything was checked, and nothing is wrong.'

setup:
	@Scripts/setup

setup-checks:
	@Scripts/setup --checks

$(POET): $(SOURCES) | setup
	swift build $(RELEASE)
	@touch $@

swift-test:
	swift test --disable-xctest

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

# One worker, and two in another time zone and locale: not a byte may differ.
check-bytes: $(POET)
	@rm -rf $(ONE) $(TWO)
	$(call render,$(ONE),--formats $(FORMATS) --date $(DATE) --strict --jobs 1)
	$(call render,$(TWO),--formats $(FORMATS) --date $(DATE) --strict --jobs 2,env -i TZ=Pacific/Auckland LC_ALL=tr_TR.UTF-8)
	$(call draw,$(ONE),--print --date $(DATE))
	$(call draw,$(TWO),--print --date $(DATE),env -i TZ=Pacific/Auckland LC_ALL=tr_TR.UTF-8)
	$(POET) gallery Examples/gallery.yaml --output $(ONE)/gallery >/dev/null
	$(POET) gallery Examples/gallery.yaml --output $(TWO)/gallery >/dev/null
	diff -r $(ONE) $(TWO)

# An outsider who reads published files alone; `--many` attacks hundreds of councils.
check-attack: $(POET)
	$(PYTHON) Scripts/checks/attack/attack.py $(POET)

# What findings say and test, worked out anew from the source counts.
check-findings: $(POET)
	$(PYTHON) Scripts/checks/findings.py $(POET)

# Damaged results, templates, themes, narratives: a message each, never a crash. `--runs 3000` tries more of them.
check-damage: $(POET)
	$(PYTHON) Scripts/checks/fuzz.py $(POET) --runs 300

check-html: check-bytes
	$(PYTHON) Scripts/checks/html.py $(ONE)

check-access: check-bytes
	$(PYTHON) Scripts/checks/access.py $(PAGES:%=$(ONE)/%/report.html) $(ONE)/infographics/*/web/*-a4.html \
		$(ONE)/gallery/index.html $(BOOKLETS:%=$(ONE)/%.html) $(LEAFLETS:%=$(ONE)/%.html) \
		$(ONE)/ascs-2020-21/index.html $(ONE)/ascs-2020-21/norfolk/index.html \
		$(ONE)/exampleshire/2026/exampleshire/index.html $(ONE)/exampleshire/2026/exampleshire/accessibility-statement.html

# What a screen reader meets on the page, and what it meets in the PDF: the same, in the same order.
check-reading: check-bytes
	$(PYTHON) Scripts/checks/reading_order.py $(PAGES:%=$(ONE)/%/report.html) $(BOOKLETS:%=$(ONE)/%.html) \
		$(LEAFLETS:%=$(ONE)/%.html)

# Charts and infographics as people see them who see colours otherwise, and in grey.
check-colour: check-bytes
	$(PYTHON) Scripts/checks/colour.py $$(ls $(ONE)/gallery/*.png | grep -v /infographic-)
	$(PYTHON) Scripts/checks/colour.py --pale 1.6 $(ONE)/infographics/*/web/*.png

check-pdf: check-bytes
	Scripts/checks/pdf $(ONE)
	$(PYTHON) Scripts/checks/pdfua.py $(ONE)

check-easy-read: check-bytes
	$(PYTHON) Scripts/checks/easy_read.py $(BOOKLETS:%=$(ONE)/%)

check-data: check-bytes
	$(POET) render Examples/ascs-2020-21/norfolk --output $(CHECKS)/word --formats html,docx --date $(DATE) >/dev/null
	$(PYTHON) Scripts/checks/data.py $(PAGES:%=$(ONE)/%) --word $(CHECKS)/word/norfolk

# The picture, its words and the data of its report: the same numbers.
check-infographics: check-bytes
	$(PYTHON) Scripts/checks/infographics.py \
		$(foreach one,$(INFOGRAPHICS),$(ONE)/$(call infographic,$(one))=$(ONE)/$(firstword $(subst :, ,$(one))))

check-installed: check-bytes
	Scripts/checks/installed $(ONE)/tiny --date $(DATE)

install: $(POET)
	Scripts/install '$(DESTDIR)$(PREFIX)'

bench: setup $(POET)
	@Benchmarks/run

clean:
	rm -rf .build $(CHECKS)
	find Output -mindepth 1 ! -name README.md -delete
	find Examples -type d -name published -prune -exec rm -rf {} +
