/// Characters that show nothing and change how the rest reads: zero-width spaces, and the marks that turn the direction
/// of writing (Unicode Technical Report 36, section 2.5). Joiners stay, which some scripts need.
pub(super) fn is_deceptive(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
