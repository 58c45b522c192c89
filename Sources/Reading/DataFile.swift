package import Diagnostics

/// Reads a file of data by the ending of its name.
package enum DataFile {
    /// The parsed file: `.yaml` and `.yml` as YAML, all else as JSON.
    package static func read(_ path: String, shownAs name: String? = nil) throws(Failure) -> DataNode {
        let source = try SourceText.load(path: path, shownAs: name)
        let isYAML = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
        return isYAML ? try YAMLReader.read(source) : try JSONReader.read(source)
    }
}
