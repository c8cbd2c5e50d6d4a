//! Reading a table field by field: what is wrong is noted with its line, and the reading goes on.

use super::faults::Faults;
use crate::domain::value::{self, LONGEST_SHORT, Wrong, is_language};
use std::{collections::BTreeSet, ops::Range};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A table of the file, with what was read of it already.
///
/// A method that answers nothing has noted why.
pub(super) struct Fields<'f> {
    table: &'f DeTable<'f>,
    pub(super) span: Range<usize>,
    path: String,
    read: BTreeSet<String>,
    faults: &'f Faults,
}

type Value<'f> = Spanned<DeValue<'f>>;

impl<'f> Fields<'f> {
    pub(super) fn of(table: &'f DeTable<'f>, span: Range<usize>, path: String, faults: &'f Faults) -> Self {
        Self { table, span, path, read: BTreeSet::new(), faults }
    }

    /// The line where the table begins.
    pub(super) fn line(&self) -> usize {
        self.faults.line(self.span.start)
    }

    fn at(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// Notes a fault of the field `name`, or of the table where there is no such field.
    pub(super) fn fault(&self, name: &str, code: &'static str, message: impl Into<String>) {
        let span = self.table.get(name).map_or(self.span.clone(), Spanned::span);
        self.faults.add(&span, &self.at(name), code, message);
    }

    fn fault_at(&self, value: &Value<'_>, name: &str, wrong: Wrong) {
        self.faults.add(&value.span(), &self.at(name), wrong.code, wrong.message);
    }

    fn wrong_type(&self, name: &str, value: &Value<'_>, expected: &str) {
        let message = format!("{name} is {expected}, not {}", value.get_ref().type_str());
        self.fault_at(value, name, Wrong::new("wrong-type", message));
    }

    fn optional(&mut self, name: &str) -> Option<&'f Value<'f>> {
        self.read.insert(name.to_owned());
        self.table.get(name)
    }

    fn required(&mut self, name: &str) -> Option<&'f Value<'f>> {
        let value = self.optional(name);
        if value.is_none() {
            self.fault(name, "missing", format!("{name} is missing"));
        }
        value
    }

    pub(super) fn table(&mut self, name: &str) -> Option<Self> {
        self.required(name)?;
        self.optional_table(name)
    }

    pub(super) fn optional_table(&mut self, name: &str) -> Option<Self> {
        let value = self.optional(name)?;
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(name, value, "a table");
        }
        table.map(|table| Self::of(table, value.span(), self.at(name), self.faults))
    }

    /// A list of tables; an absent one is empty.
    pub(super) fn tables(&mut self, name: &str) -> Vec<Self> {
        let Some(value) = self.optional(name) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(name, value, "a list of tables");
            return Vec::new();
        };
        let mut tables = Vec::new();
        for (index, element) in array.iter().enumerate() {
            let path = format!("{}[{index}]", self.at(name));
            match element.get_ref().as_table() {
                Some(table) => tables.push(Self::of(table, element.span(), path, self.faults)),
                None => self.wrong_type(name, element, "a list of tables"),
            }
        }
        tables
    }

    pub(super) fn text(&mut self, name: &str, longest: usize) -> Option<String> {
        let value = self.required(name)?;
        self.checked(name, value, |text| value::text(name, text, longest))
    }

    pub(super) fn short(&mut self, name: &str) -> Option<String> {
        self.text(name, LONGEST_SHORT)
    }

    pub(super) fn optional_short(&mut self, name: &str) -> Option<String> {
        let value = self.optional(name)?;
        self.checked(name, value, |text| value::text(name, text, LONGEST_SHORT))
    }

    pub(super) fn slug(&mut self, name: &str) -> Option<String> {
        let value = self.required(name)?;
        self.checked(name, value, |text| value::slug(name, text))
    }

    fn checked(
        &self,
        name: &str,
        value: &Value<'_>,
        check: impl FnOnce(&str) -> Result<(), Wrong>,
    ) -> Option<String> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(name, value, "a text");
            return None;
        };
        match check(text) {
            Ok(()) => Some(text.to_owned()),
            Err(wrong) => {
                self.fault_at(value, name, wrong);
                None
            }
        }
    }

    pub(super) fn optional_flag(&mut self, name: &str) -> Option<bool> {
        let value = self.optional(name)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(name, value, "true or false");
        }
        flag
    }

    /// A whole number from 0.
    pub(super) fn optional_number(&mut self, name: &str) -> Option<i32> {
        let value = self.optional(name)?;
        let Some(number) = value.get_ref().as_integer() else {
            self.wrong_type(name, value, "a whole number");
            return None;
        };
        let read = i32::from_str_radix(number.as_str(), number.radix()).ok().filter(|number| *number >= 0);
        if read.is_none() {
            self.fault_at(value, name, Wrong::new("out-of-range", format!("{name} is 0 or more")));
        }
        read
    }

    /// The field `name` holds this number.
    pub(super) fn expect_number(&mut self, name: &str, expected: &str, message: &str) {
        if let Some(value) = self.required(name)
            && value.get_ref().as_integer().is_none_or(|number| number.as_str() != expected)
        {
            self.fault_at(value, name, Wrong::new("unknown-format", message));
        }
    }

    pub(super) fn symbol<T: Copy>(
        &mut self,
        name: &str,
        all: &[T],
        text_of: fn(T) -> &'static str,
    ) -> Option<T> {
        let value = self.required(name)?;
        self.read_symbol(name, value, all, text_of)
    }

    /// One or more symbols, each once.
    pub(super) fn symbols<T: Copy>(
        &mut self,
        name: &str,
        all: &[T],
        text_of: fn(T) -> &'static str,
    ) -> Option<Vec<T>> {
        self.required(name)?;
        let elements = self.elements(name, all.len())?;
        let read: Vec<_> =
            elements.into_iter().map(|element| self.read_symbol(name, element, all, text_of)).collect();
        read.into_iter().collect()
    }

    fn read_symbol<T: Copy>(
        &self,
        name: &str,
        value: &Value<'_>,
        all: &[T],
        text_of: fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.checked(name, value, |text| value::text(name, text, LONGEST_SHORT))?;
        let found = all.iter().copied().find(|symbol| text_of(*symbol) == text);
        if found.is_none() {
            let known = all.iter().map(|symbol| text_of(*symbol)).collect::<Vec<_>>().join(", ");
            let message = format!("{text:?} is none of: {known}");
            self.fault_at(value, name, Wrong::new("unknown-value", message));
        }
        found
    }

    /// One or more variants of a gloss, each once.
    pub(super) fn variants(&mut self, name: &str, most: usize) -> Option<Vec<String>> {
        self.required(name)?;
        let elements = self.elements(name, most)?;
        let read: Vec<_> = elements
            .into_iter()
            .map(|element| self.checked(name, element, |text| value::variant(name, text)))
            .collect();
        read.into_iter().collect()
    }

    /// The elements of a list that is not empty, has at most `most`, and has no text twice.
    fn elements(&mut self, name: &str, most: usize) -> Option<Vec<&'f Value<'f>>> {
        let value = self.optional(name)?;
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(name, value, "a list of texts");
            return None;
        };
        if array.is_empty() {
            self.fault_at(value, name, Wrong::new("empty", format!("{name} is empty")));
            return None;
        }
        let mut seen = BTreeSet::new();
        let twice =
            array.iter().find(|element| element.get_ref().as_str().is_some_and(|text| !seen.insert(text)));
        if let Some(twice) = twice {
            self.fault_at(twice, name, Wrong::new("repeated", format!("{name} has a text twice")));
            return None;
        }
        if array.len() > most {
            self.fault_at(value, name, Wrong::new("too-many", format!("{name} has at most {most} entries")));
            return None;
        }
        Some(array.iter().collect())
    }

    /// The fields that are not read yet: each is the code of a language, and those of `required` are there.
    pub(super) fn languages(&mut self, required: &[&str], most: usize) -> Vec<String> {
        for name in required.iter().filter(|name| !self.has(name)) {
            self.fault(name, "missing", format!("{name} is missing"));
        }
        let unread: Vec<_> = self.unread().collect();
        let (codes, others): (Vec<_>, Vec<_>) = unread.into_iter().partition(|name| is_language(name));
        for other in others {
            self.read.insert(other.to_owned());
            self.fault(other, "unknown-language", format!("{other:?} is no language code such as en"));
        }
        if codes.len() > most {
            self.faults.add(&self.span, &self.path, "too-many", format!("at most {most} languages"));
        }
        codes.into_iter().map(str::to_owned).collect()
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.table.contains_key(name)
    }

    /// A text of the table that is looked at before it is read.
    pub(super) fn peek(&self, name: &str) -> Option<&'f str> {
        self.table.get(name)?.get_ref().as_str()
    }

    pub(super) fn line_of(&self, name: &str) -> usize {
        let span = self.table.get(name).map_or(self.span.clone(), Spanned::span);
        self.faults.line(span.start)
    }

    fn unread(&self) -> impl Iterator<Item = &'f str> {
        self.table.keys().map(|key| key.get_ref().as_ref()).filter(|key| !self.read.contains(*key))
    }

    /// Counts these fields as read, whatever they hold.
    pub(super) fn pass_over(&mut self, names: &[&str]) {
        self.read.extend(names.iter().map(|name| (*name).to_owned()));
    }

    /// Every field that was not read is one too many.
    pub(super) fn refuse_the_rest(&self) {
        for name in self.unread() {
            self.fault(name, "unknown-field", format!("{name} is not a field here"));
        }
    }
}
