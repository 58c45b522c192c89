extension Manuscript {
    /// The document with every figure changed.
    package func mappingFigures(_ change: (Figure) -> Figure) -> Manuscript {
        var manuscript = self
        manuscript.blocks = blocks.map { block in
            block.mapping { content in
                guard case .figure(let figure) = content else { return content }
                return .figure(change(figure))
            }
        }
        return manuscript
    }

    /// Its figures in their order.
    package var figures: [Figure] {
        var figures: [Figure] = []
        _ = mappingFigures {
            figures.append($0)
            return $0
        }
        return figures
    }
}
