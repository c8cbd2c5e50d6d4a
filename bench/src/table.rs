//! The table that a run ends with.

use crate::{
    Figure,
    figure::{Judged, Verdict},
    rounds::{Readings, Spread},
};
use std::fmt;

const HEAD: [&str; 9] =
    ["figure", "", "measured", "baseline", "ratio", "floor", "goal", "samples", "verdict"];

/// Lines of figures, in columns.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<[String; 9]>,
}

impl Table {
    /// Adds a line.
    pub fn add(&mut self, figure: &Figure) {
        self.rows.push(row(figure));
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = HEAD.map(str::to_owned);
        let rows = || std::iter::once(&head).chain(&self.rows);
        let width = |column: usize| rows().map(|row| row[column].chars().count()).max().unwrap_or_default();
        let widths: Vec<_> = (0..HEAD.len()).map(width).collect();
        for row in rows() {
            let line: Vec<_> =
                row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
            writeln!(f, "{}", line.join("  ").trim_end())?;
        }
        Ok(())
    }
}

fn row(figure: &Figure) -> [String; 9] {
    let ratio = match figure.ratio() {
        Some(ratio) => spread(ratio),
        None => "too few samples".to_owned(),
    };
    [
        figure.name.clone(),
        figure.unit.to_owned(),
        readings(&figure.measured),
        readings(&figure.baseline),
        ratio,
        bound(figure, figure.floor),
        bound(figure, figure.goal),
        figure.measured.samples().to_string(),
        verdict(figure),
    ]
}

fn readings(readings: &Readings) -> String {
    readings.spread().map_or_else(|| "-".to_owned(), spread)
}

/// The median, with the least and the most of the rounds.
fn spread(spread: Spread) -> String {
    let [median, least, most] = [spread.median, spread.least, spread.most].map(number);
    format!("{median} ({least}..{most})")
}

/// Three figures that mean something.
fn number(value: f64) -> String {
    match value.abs() {
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

fn bound(figure: &Figure, bound: Option<f64>) -> String {
    let Some(bound) = bound else { return "-".to_owned() };
    match figure.judged {
        Judged::Value => format!("{bound}"),
        Judged::Ratio => format!("{bound}x"),
    }
}

fn verdict(figure: &Figure) -> String {
    let says = |name: &str, bound: Option<f64>| {
        let word = match figure.verdict(bound?) {
            Verdict::Met => "met",
            Verdict::Missed => "MISSED",
            Verdict::Unknown => "unknown",
        };
        Some(format!("{name} {word}"))
    };
    let said: Vec<_> =
        [says("floor", figure.floor), says("goal", figure.goal)].into_iter().flatten().collect();
    if said.is_empty() { "for comparison".to_owned() } else { said.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{figure::Better, rounds::Reading};

    fn readings(values: [f64; 3]) -> Readings {
        values.into_iter().map(|value| Reading { value, samples: 500 }).collect()
    }

    fn table(figure: &Figure) -> String {
        let mut table = Table::default();
        table.add(figure);
        table.to_string()
    }

    #[test]
    fn a_line_says_everything() {
        let figure = Figure::new(
            "relay",
            "events/s",
            Better::Higher,
            readings([700.0, 800.0, 750.0]),
            readings([1000.0; 3]),
        )
        .judged_by(Judged::Ratio)
        .floor(0.6)
        .goal(0.85);
        assert_eq!(
            table(&figure),
            "figure            measured        baseline           ratio              floor  goal   samples  verdict\n\
             relay   events/s  750 (700..800)  1000 (1000..1000)  0.75 (0.70..0.80)  0.6x   0.85x  1500     floor met, goal MISSED\n"
        );
    }

    #[test]
    fn too_few_samples_are_said_and_not_divided() {
        let figure = Figure::new("p99", "ms", Better::Lower, readings([2.0; 3]), readings([1.0; 3]))
            .floor(5.0)
            .enough(501);
        let table = table(&figure);
        assert!(table.contains("too few samples"), "{table}");
        assert!(table.contains("floor unknown"), "{table}");
        assert!(!table.contains("2.00 (2.00..2.00)  2.00"), "{table}");
    }
}
