use events::profile::Platform;
use std::net::IpAddr;

/// Where a request comes from, as far as profile has a use for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// What kind of client it is.
    pub platform: Platform,
    /// By what its owner recognises it.
    pub device_name: Option<DeviceName>,
    /// Roughly where it is.
    pub place: Place,
    /// The household or phone whose attempts are counted together. Never stored as it is.
    pub network: IpAddr,
}

/// A browser and a system, such as `Firefox, Windows`: words of our own, so that nothing of the sender's is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceName(String);

impl DeviceName {
    // The first that fits: browsers name their ancestors, systems too.
    const BROWSERS: [(&str, &str); 7] = [
        ("Electron/", "Tall"),
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 7] = [
        ("Android", "Android"),
        ("iPhone", "iOS"),
        ("iPad", "iPadOS"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    /// What a `User-Agent` names of what is known here.
    pub fn of_user_agent(text: &str) -> Option<Self> {
        let first = |known: &[(&str, &'static str)]| {
            known.iter().find(|(token, _)| text.contains(token)).map(|(_, name)| *name)
        };
        match (first(&Self::BROWSERS), first(&Self::SYSTEMS)) {
            (Some(browser), Some(system)) => Some(Self(format!("{browser}, {system}"))),
            (one, other) => one.or(other).map(|name| Self(name.to_owned())),
        }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A country or region by its ISO 3166 code, if the gateway knows one; else the first half of an IPv4 address, or of what
/// an IPv6 provider has: shared by many thousand, enough to see that it was not here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place(String);

impl Place {
    /// `NL` or `NL-UT`, if it is one.
    pub fn of_region(code: &str) -> Option<Self> {
        let (country, region) = code.split_once('-').unwrap_or((code, "0"));
        let is_country = country.len() == 2 && country.bytes().all(|letter| letter.is_ascii_uppercase());
        let is_region = (1..=3).contains(&region.len())
            && region.bytes().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit());
        (is_country && is_region).then(|| Self(code.to_owned()))
    }

    /// The surroundings of a network.
    pub fn of_network(network: IpAddr) -> Self {
        Self(match network {
            IpAddr::V4(address) => {
                let [a, b, ..] = address.octets();
                format!("{a}.{b}.0.0/16")
            }
            IpAddr::V6(address) => {
                let [a, b, ..] = address.segments();
                format!("{a:x}:{b:x}::/32")
            }
        })
    }

    /// As it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(user_agent: &str) -> Option<String> {
        DeviceName::of_user_agent(user_agent).map(|name| name.0)
    }

    #[test]
    fn a_device_is_named_by_browser_and_system() {
        let firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 \
                    Safari/537.36 Edg/140.0.0.0";
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                     Version/18.0 Mobile/15E148 Safari/604.1";
        assert_eq!(name(firefox).as_deref(), Some("Firefox, Windows"));
        assert_eq!(name(edge).as_deref(), Some("Edge, Windows"));
        assert_eq!(name(phone).as_deref(), Some("Safari, iOS"));
        assert_eq!(name("Tall/1.4 (Linux; Android 15)").as_deref(), Some("Android"));
    }

    #[test]
    fn nothing_of_the_senders_is_kept() {
        assert_eq!(name("Anna's telephone"), None);
        assert_eq!(name("Anna's telephone; Firefox/1 <script>").as_deref(), Some("Firefox"));
    }

    #[test]
    fn a_region_is_an_iso_code() {
        for code in ["NL", "NL-UT", "RU-MOW", "GB-0"] {
            assert_eq!(Place::of_region(code).map(|place| place.0).as_deref(), Some(code));
        }
        for other in ["", "nl", "NLD", "NL-", "NL-UTRE", "NL UT", "Utrecht", "NL-u"] {
            assert_eq!(Place::of_region(other), None, "{other}");
        }
    }

    #[test]
    fn a_network_is_shown_so_coarsely_that_it_names_no_household() {
        let place = |network: &str| Place::of_network(network.parse().expect("an address")).0;
        assert_eq!(place("203.0.113.9"), "203.0.0.0/16");
        assert_eq!(place("2001:db8:1:2::"), "2001:db8::/32");
    }
}
