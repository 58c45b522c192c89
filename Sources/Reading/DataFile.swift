package import Diagnostics

/// Reads a file of data by the ending of its name.
package enum DataFile {
    /// The parsed file: `.yaml` and `.yml` as YAML, all else as JSON.
    ///
    /// - Parameter last: the name of a member of JSON after which nothing more of its object is wanted.
    package static func read(
        _ path: String, shownAs name: String? = nil, cuttingAfter last: String? = nil
    ) throws(Failure) -> DataNode {
        let source = try SourceText.load(path: path, shownAs: name)
        let isYAML = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
        return isYAML ? try YAMLReader.read(source) : try JSONReader.read(source, cuttingAfter: last)
    }
}
