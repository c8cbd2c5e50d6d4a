//! Somebody in front of the page of the school's provider, with a browser that keeps cookies and fills in forms.

use crate::stack::variable;
use reqwest::{
    Response, StatusCode, Url,
    header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE},
};
use std::{collections::BTreeMap, fs, path::Path};

/// Pages and redirects between an address and its end; more are a circle.
const STEPS: usize = 12;

/// Follows the address, logs in with the name and the password that the school gave, and tells what the provider sent the
/// browser back with. The page that it is sent back to is not opened.
///
/// # Panics
/// The stack has no school, or the provider does not send the browser back.
pub async fn log_in_at_school(address: &str) -> BTreeMap<String, String> {
    let password = fs::read_to_string(variable("TALL_TEST_SCHOOL_PASSWORD_FILE")).expect("the password");
    let mut browser = Browser::new();
    let mut answer = browser.open(Url::parse(address).expect("an address")).await;
    for _ in 0..STEPS {
        let next = match answer.status() {
            StatusCode::OK => {
                let form = Form::on(answer).await;
                browser.send(&form, &variable("TALL_TEST_SCHOOL_NAME"), &password).await
            }
            _ => answer,
        };
        let location = next.headers().get(LOCATION).and_then(|value| value.to_str().ok());
        let location = location.unwrap_or_else(|| panic!("the school answers {}", next.status()));
        let url = next.url().join(location).expect("an address");
        if url.as_str().starts_with(&variable("TALL_TEST_SCHOOL_REDIRECT_URI")) {
            return url.query_pairs().into_owned().collect();
        }
        answer = browser.open(url).await;
    }
    panic!("the school does not send the browser back");
}

struct Browser {
    client: reqwest::Client,
    cookies: BTreeMap<String, String>,
}

/// A form with a name and a password.
struct Form {
    action: Url,
}

impl Form {
    async fn on(page: Response) -> Self {
        let base = page.url().clone();
        let text = page.text().await.expect("a page");
        let action = text.split_once("action=\"").and_then(|(_, rest)| rest.split_once('"'));
        let (action, _) = action.unwrap_or_else(|| panic!("a form in {text}"));
        Self { action: base.join(action).expect("an address") }
    }
}

impl Browser {
    fn new() -> Self {
        let certificates = variable("TALL_TEST_CA_FILE");
        let client = boot::http_client(Some(Path::new(&certificates))).expect("a client");
        Self { client, cookies: BTreeMap::new() }
    }

    async fn open(&mut self, url: Url) -> Response {
        let request = self.client.get(url).header(COOKIE, self.cookies());
        self.remember(request.send().await.expect("an answer"))
    }

    async fn send(&mut self, form: &Form, name: &str, password: &str) -> Response {
        let fields = [("name", name), ("password", password)];
        let filled_in = Url::parse_with_params("https://form.invalid/", fields).expect("fields");
        let request = self
            .client
            .post(form.action.clone())
            .header(COOKIE, self.cookies())
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(filled_in.query().unwrap_or_default().to_owned());
        self.remember(request.send().await.expect("an answer"))
    }

    fn cookies(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    /// A cookie that is emptied is one that is taken back.
    fn remember(&mut self, answer: Response) -> Response {
        for cookie in answer.headers().get_all(SET_COOKIE) {
            let text = cookie.to_str().expect("text");
            let (name, value) = text.split(';').next().and_then(|it| it.split_once('=')).expect("a cookie");
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }
}
