/// The words that `IdentifyingDetails` knows, in lower case.
enum IdentifyingWords {
    /// What a word or a phrase of up to three words tells of a person; nil for words that tell nothing.
    static func kind(of phrase: String) -> IdentifyingDetails.Kind? {
        let singular = phrase.hasSuffix("s") ? String(phrase.dropLast()) : phrase
        for (kind, words) in lists where words.contains(phrase) || words.contains(singular) { return kind }
        return nil
    }

    private static let lists: [(IdentifyingDetails.Kind, Set<String>)] = [
        (
            .family,
            [
                "mother", "mum", "mam", "father", "dad", "parent", "son", "daughter", "husband", "wife",
                "wives",
                "partner", "boyfriend", "girlfriend", "fiance", "fiancee", "brother", "sister", "twin",
                "triplet",
                "grandmother", "grandfather", "grandma", "grandad", "granddad", "gran", "nan", "nana",
                "grandson",
                "granddaughter", "grandchild", "grandchildren", "uncle", "aunt", "auntie", "nephew", "niece",
                "cousin",
                "stepmother", "stepfather", "stepson", "stepdaughter", "mother-in-law", "father-in-law",
                "son-in-law",
                "daughter-in-law", "foster child", "foster carer", "widow", "widower", "only child",
            ]
        ),
        (
            .job,
            [
                "nurse", "doctor", "consultant", "surgeon", "dentist", "paramedic", "physiotherapist",
                "occupational therapist", "speech therapist", "psychologist", "psychiatrist", "pharmacist",
                "social worker", "team leader", "team manager", "key worker", "support worker", "teacher",
                "headteacher", "head teacher", "teaching assistant", "lecturer", "councillor", "mayor",
                "director",
                "chief executive", "solicitor", "barrister", "police officer", "firefighter", "soldier",
                "postman",
                "bus driver", "taxi driver", "driver", "farmer", "builder", "plumber", "electrician",
                "hairdresser",
                "chef", "cleaner", "receptionist", "accountant", "engineer", "vicar", "priest", "imam",
                "rabbi",
                "journalist", "manager", "shopkeeper", "landlord", "librarian", "caretaker",
            ]
        ),
        (
            .condition,
            [
                "dementia", "alzheimer", "alzheimer's", "autism", "autistic", "asperger", "asperger's",
                "adhd", "cancer",
                "leukaemia", "tumour", "stroke", "epilepsy", "epileptic", "parkinson", "parkinson's",
                "multiple sclerosis",
                "ms", "motor neurone disease", "mnd", "huntington's", "cerebral palsy", "muscular dystrophy",
                "down's syndrome", "down syndrome", "spina bifida", "cystic fibrosis", "schizophrenia",
                "schizophrenic",
                "bipolar", "psychosis", "depression", "anorexia", "bulimia", "hiv", "aids", "diabetes",
                "diabetic",
                "arthritis", "copd", "kidney failure", "dialysis", "heart failure", "blind", "deaf",
                "deafblind",
                "amputee", "amputated", "paralysed", "paraplegic", "tetraplegic", "brain injury",
                "head injury",
                "spinal injury", "transplant", "pregnant", "miscarriage", "addiction", "alcoholic",
                "overdose", "suicide",
                "long covid", "ptsd",
            ]
        ),
    ]

    /// Before a surname.
    static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "professor", "prof", "sir", "lady", "lord", "dame", "rev",
        "reverend",
        "father", "sister", "nurse", "councillor", "cllr", "auntie", "aunt", "uncle",
    ]

    /// What makes a place of the name before it: "Mill Lane", "St Anne’s Hospital".
    static let placeNouns: Set<String> = [
        "road", "street", "lane", "avenue", "close", "crescent", "drive", "way", "court", "gardens",
        "terrace",
        "square", "hill", "park", "estate", "ward", "village", "house", "lodge", "centre", "center",
        "hospital",
        "surgery", "clinic", "school", "college", "academy", "university", "church", "mosque", "temple",
        "hall",
        "library", "station", "council", "hospice", "club",
    ]

    /// Words that are written with a capital and tell nothing of a person.
    static let harmless: Set<String> = [
        "i", "i'm", "i've", "i'd", "i'll", "nhs", "pa", "pas", "gp", "gps", "ot", "ots", "tv", "uk", "dp",
        "phb", "ehc", "bsl",
        "ok", "covid", "covid-19", "zoom", "facebook", "whatsapp", "internet", "google", "council", "county",
        "social",
        "services", "care", "act", "personal", "budget", "budgets", "direct", "payment", "payments",
        "christmas", "easter",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "english", "british",
        "england",
        "britain", "wales", "scotland", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays",
        "saturdays", "sundays",
        "god", "making", "it", "real", "poet",
    ]
}
