import Reading

/// Says what the columns of a folder's CSV files mean: `csv-metadata.json`, where readers of "CSV on the Web" look for it
/// (W3C Recommendations of 17 December 2015, "Model for Tabular Data and Metadata on the Web", section 5.3, and
/// "Metadata Vocabulary for Tabular Data").
package struct CSVMetadata {
    /// What the whole folder is.
    package struct Collection {
        package var title: String
        package var description: String
        /// A tag of BCP 47.
        package var language: String
        /// The day of making, YYYY-MM-DD.
        package var date: String
        package var source: String
        package var rights: String?

        package init(
            title: String, description: String, language: String, date: String, source: String,
            rights: String?
        ) {
            self.title = title
            self.description = description
            self.language = language
            self.date = date
            self.source = source
            self.rights = rights
        }
    }

    package static let fileName = "csv-metadata.json"

    private let collection: Collection
    private let tables: [TidyTable]

    package init(_ collection: Collection, of tables: [TidyTable]) {
        self.collection = collection
        self.tables = tables
    }

    package var fileText: String { JSONText.write(json) }

    private var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("@context", ["http://www.w3.org/ns/csvw", ["@language": .string(collection.language)]]),
            .init("dc:title", .string(collection.title)),
            .init("dc:description", .string(collection.description)),
            .init("dc:date", .string(collection.date)), .init("dc:source", .string(collection.source)),
        ]
        if let rights = collection.rights { members.append(.init("dc:rights", .string(rights))) }
        // The columns that most files share are told once, for the group.
        let shared = tables.first?.columns ?? []
        members.append(.init("tableSchema", Self.schema(shared)))
        members.append(
            .init(
                "tables",
                .list(
                    tables.map { table in
                        var members: [JSONValue.Member] = [
                            .init("url", .string(table.name + ".csv")),
                            .init("dc:title", .string(table.title)),
                            .init("dc:description", .string(table.description)),
                        ]
                        if table.columns != shared {
                            members.append(.init("tableSchema", Self.schema(table.columns)))
                        }
                        return .object(members)
                    })))
        return .object(members)
    }

    private static func schema(_ columns: [TidyTable.Column]) -> JSONValue {
        .object([
            .init("columns", .list(columns.map(json))),
            .init("primaryKey", .list(columns.filter(\.isKey).map { .string(identifier($0)) })),
        ])
    }

    private static func json(_ column: TidyTable.Column) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("name", .string(identifier(column))), .init("titles", .string(column.name)),
            .init("dc:description", .string(column.meaning)), .init("datatype", datatype(column.kind)),
        ]
        if let unit = column.unit { members.append(.init("schema:unitText", .string(unit))) }
        return .object(members)
    }

    /// The name that URI templates can use, which have no dashes (RFC 6570, 2.3).
    private static func identifier(_ column: TidyTable.Column) -> String {
        column.name.split(separator: "-").joined(separator: "_")
    }

    private static func datatype(_ kind: TidyTable.Column.Kind) -> JSONValue {
        switch kind {
        case .text: return "string"
        case .wholeNumber: return ["base": "integer", "minimum": 0]
        case .decimal: return "decimal"
        case .choice(let words):
            // A format of a string is a regular expression.
            let patterns = words.map { word in
                word.reduce(into: "") { $0 += "[]().".contains($1) ? "\\\($1)" : String($1) }
            }
            return ["base": "string", "format": .string(patterns.joined(separator: "|"))]
        }
    }
}
