//! How cost grows with the number of people.

/// The exponent `b` of `cost = a × people^b` that fits best: the slope of a
/// line through the logarithms, by least squares. 1 is twice the cost for twice
/// the people. None where there are fewer than two sizes, or a cost is 0.
pub fn exponent(points: &[(f64, f64)]) -> Option<f64> {
    let logs: Vec<(f64, f64)> = points.iter().map(|(x, y)| (x.ln(), y.ln())).collect();
    let count = logs.len() as f64;
    let (sum_x, sum_y) = logs
        .iter()
        .fold((0.0, 0.0), |(a, b), (x, y)| (a + x, b + y));
    let (mean_x, mean_y) = (sum_x / count, sum_y / count);
    let together: f64 = logs.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    let alone: f64 = logs.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    let slope = together / alone;
    slope.is_finite().then_some(slope)
}
