import Scene
import Testing

@Test(arguments: [
    (0.0, 3, "0"), (-0.0, 3, "0"), (1, 3, "1"), (-1.5, 3, "-1.5"), (0.0004, 3, "0"), (-0.0004, 3, "0"),
    (0.0005, 3, "0.001"), (0.1, 3, "0.1"), (12.340, 3, "12.34"), (99.9999, 3, "100"), (0.05, 1, "0.1"),
    (7.5, 0, "8"), (1e-12, 3, "0"), (123_456_789.125, 3, "123456789.125"), (.infinity, 3, "0"),
    (.nan, 3, "0"),
])
func coordinatesArePrintedWithoutExponentsMinusZeroOrTrailingZeros(value: Double, places: Int, text: String) {
    #expect(fixedDecimal(value, places: places) == text)
}
