//! The products of the school, and who may open them.

use events::{LocalizedText, profile::Role};
use ids::ProductId;

/// Something that a user may open from the lobby.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Its name.
    pub id: ProductId,
    /// What it is called.
    pub title: LocalizedText,
    /// Who may open it.
    pub roles: &'static [Role],
}

struct Entry {
    id: &'static str,
    nl: &'static str,
    en: &'static str,
    ru: &'static str,
    roles: &'static [Role],
}

/// In the order in which they are shown. What is not built yet is not in it.
const ENTRIES: &[Entry] = &[
    Entry {
        id: "thematic-cards",
        nl: "Thematische kaarten",
        en: "Thematic cards",
        ru: "Тематические карточки",
        roles: &[Role::Student],
    },
    Entry {
        id: "learning-cards",
        nl: "Mijn woorden",
        en: "My words",
        ru: "Мои слова",
        roles: &[Role::Student],
    },
    Entry {
        id: "progress",
        nl: "Voortgang van leerlingen",
        en: "Students’ progress",
        ru: "Успеваемость учеников",
        roles: &[Role::Teacher],
    },
    Entry {
        id: "content",
        nl: "Lesmateriaal",
        en: "Content",
        ru: "Учебные материалы",
        roles: &[Role::EducationalAdmin],
    },
    Entry {
        id: "people",
        nl: "Gebruikers",
        en: "People",
        ru: "Пользователи",
        roles: &[Role::EducationalAdmin, Role::TechnicalAdmin],
    },
];

/// Every product.
pub fn products() -> Vec<Product> {
    ENTRIES.iter().filter_map(product).collect()
}

/// Those that `role` may open, sorted by name.
pub fn open_to(role: Role) -> Vec<ProductId> {
    let open = products().into_iter().filter(|product| product.roles.contains(&role));
    let mut ids: Vec<_> = open.map(|product| product.id).collect();
    ids.sort();
    ids
}

fn product(entry: &Entry) -> Option<Product> {
    let title = LocalizedText { nl: entry.nl.to_owned(), en: entry.en.to_owned(), ru: entry.ru.to_owned() };
    Some(Product { id: entry.id.parse().ok()?, title, roles: entry.roles })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_entry_is_a_product_of_its_own() {
        let ids: BTreeSet<_> = products().into_iter().map(|product| product.id).collect();
        assert_eq!(ids.len(), ENTRIES.len());
    }

    #[test]
    fn every_role_has_something_to_open() {
        for role in Role::ALL {
            assert!(!open_to(*role).is_empty(), "{role}");
        }
    }

    #[test]
    fn a_student_opens_no_tool_of_the_staff() {
        assert_eq!(
            open_to(Role::Student).iter().map(ProductId::as_str).collect::<Vec<_>>(),
            ["learning-cards", "thematic-cards"]
        );
    }
}
