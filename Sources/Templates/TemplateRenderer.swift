package import Diagnostics

/// Turns a value into the way it is written (`{{share|percent}}`); the argument is what stands after the colon.
///
/// A format that cannot do its work throws; the message is shown at the tag that asked for it.
package typealias TemplateFormat = (_ value: TemplateValue, _ argument: String?) throws(Failure) ->
    TemplateValue

/// Renders templates, strictly: a name, section, partial, block or format that is not there is an error,
/// and so is printing what is absent or is not a text.
///
/// One run reports all of them, each with the nearest name.
package struct TemplateRenderer {
    let escaping: Escaping
    let partials: [String: Template]
    let formats: [String: TemplateFormat]

    /// - Parameter partials: the templates that others may take in, by the name they are called by.
    package init(
        escaping: Escaping, partials: [String: Template] = [:], formats: [String: TemplateFormat] = [:]
    ) {
        self.escaping = escaping
        self.partials = partials
        self.formats = formats
    }

    /// The template filled with the data.
    ///
    /// The failure holds every fault, those of its partials included.
    package func render(_ template: Template, with data: any TemplateObject) throws(Failure) -> RenderedText {
        var check = TemplateCheck(renderer: self)
        check.check(template)
        var rendering = TemplateRendering(renderer: self, source: template.source, data: data)
        // A template that takes itself in would never end.
        if !check.foundCycle { rendering.render(template.parts) }
        let faults = check.faults + rendering.faults
        if !faults.isEmpty { throw Failure(faults) }
        return RenderedText(text: rendering.output, origins: rendering.origins)
    }
}
