/// A symmetric, positive definite matrix, split into a lower triangle times its transpose (Cholesky).
struct PositiveMatrix {
    private let triangle: [[Double]]

    /// Nil when the matrix is not positive definite, to working precision: its columns depend on each other.
    init?(_ matrix: [[Double]]) {
        var triangle = matrix.map { $0.map { _ in 0.0 } }
        for row in matrix.indices {
            for column in 0...row {
                let left = (0..<column).reduce(matrix[row][column]) {
                    $0 - triangle[row][$1] * triangle[column][$1]
                }
                if column < row {
                    triangle[row][column] = left / triangle[column][column]
                } else {
                    guard left > 1e-12 * matrix[row][row] else { return nil }
                    triangle[row][row] = left.squareRoot()
                }
            }
        }
        self.triangle = triangle
    }

    /// The vector that the matrix turns into `right`.
    func solve(_ right: [Double]) -> [Double] {
        var values = right
        for row in triangle.indices {
            values[row] = (0..<row).reduce(values[row]) { $0 - triangle[row][$1] * values[$1] }
            values[row] /= triangle[row][row]
        }
        for row in triangle.indices.reversed() {
            values[row] = ((row + 1)..<triangle.count).reduce(values[row]) {
                $0 - triangle[$1][row] * values[$1]
            }
            values[row] /= triangle[row][row]
        }
        return values
    }

    /// The diagonal of the inverse.
    var inverseDiagonal: [Double] {
        triangle.indices.map { index in
            let unit = triangle.indices.map { $0 == index ? 1.0 : 0.0 }
            return solve(unit)[index]
        }
    }
}
