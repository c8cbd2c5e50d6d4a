use crate::text::{on_one_line, tidy};
use std::collections::HashSet;

/// Names of which each is given once.
#[derive(Default)]
pub(crate) struct Names(HashSet<String>);

impl Names {
    /// The name on one line, with a number if it was given before, or is none.
    pub fn give(&mut self, name: &str) -> String {
        let name = on_one_line(&tidy(name), " ");
        let numbered = (self.0.len() + 1..).map(|number| format!("{name} {number}").trim().to_owned());
        let is_free = |name: &String| !name.is_empty() && !self.0.contains(name);
        let name = std::iter::once(name.clone()).chain(numbered).find(is_free).unwrap_or(name);
        self.0.insert(name.clone());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_given_once() {
        let mut names = Names::default();
        let given = ["Front", "Front", "", "Front 2", " Front "].map(|name| names.give(name));
        assert_eq!(given, ["Front", "Front 2", "3", "Front 2 4", "Front 5"]);
    }
}
