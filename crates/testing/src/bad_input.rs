//! What no operation may take, made from a request that it does take.
//!
//! Every case is one fault in an otherwise sound request, so that the status says that this fault was seen. When all
//! were refused, the sound request itself must still be answered: a refusal leaves nothing behind.

use crate::{Caller, api::Request, authorization::Declared};
use serde_json::{Value, json};
use std::fmt;

const UNKNOWN: &str = "unheardOf";
/// Fields of one body that are tried; more would only be the same again.
const TRIED: usize = 60;

/// What must come of a faulty request.
enum Expect {
    Status(u16),
    /// 422, at this field or inside of it.
    Refused(String),
    /// A challenge that says `invalid_token`.
    Challenged,
    /// It was read to its end.
    Fits,
    /// Whatever it is, it is no defect of ours.
    Understood,
}

impl fmt::Display for Expect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => write!(f, "{status}"),
            Self::Refused(pointer) => write!(f, "422 at {pointer}"),
            Self::Challenged => f.write_str("401 that says invalid_token"),
            Self::Fits => f.write_str("less than 500, and not 413"),
            Self::Understood => f.write_str("less than 500"),
        }
    }
}

struct Case {
    fault: String,
    request: Request,
    expect: Expect,
}

fn case(fault: impl Into<String>, request: Request, expect: Expect) -> Case {
    Case { fault: fault.into(), request, expect }
}

/// Sends every faulty form of `sound`, then `sound` itself, then absurd values; what was answered otherwise than it
/// should be is told.
pub(crate) async fn faults(
    declared: &Declared,
    caller: Option<&Caller>,
    sound: Request,
    expected: u16,
) -> Vec<String> {
    let signed = |request: Request| match caller {
        Some(caller) => request.as_(caller),
        None => request,
    };
    let sound = signed(sound);
    let mut cases = clients(declared, &sound);
    cases.extend(caller.into_iter().flat_map(|caller| tokens(&sound, caller)));
    cases.extend(addresses(declared, &sound));
    cases.extend(bodies(declared, &sound));
    let mut wrong = Vec::new();
    for case in cases {
        wrong.extend(told(case, declared.is_v1()).await);
    }
    let answer = sound.clone().send().await;
    if answer.status().as_u16() != expected {
        wrong.push(format!(
            "the sound request, after all that was refused: expected {expected}, got {answer}"
        ));
    }
    for case in absurdities(declared, &sound) {
        wrong.extend(told(case, declared.is_v1()).await);
    }
    wrong
}

async fn told(case: Case, v1: bool) -> Option<String> {
    let answer = case.request.send().await;
    let status = answer.status().as_u16();
    let holds = match &case.expect {
        Expect::Status(expected) => status == *expected,
        Expect::Refused(pointer) => {
            // v1 answers in one flat sentence.
            let errors = if v1 { Value::Null } else { answer.json()["errors"].clone() };
            let at = |error: &Value| error["pointer"].as_str().is_some_and(|at| at.starts_with(pointer));
            status == 422 && (v1 || errors.as_array().is_some_and(|errors| errors.iter().any(at)))
        }
        Expect::Challenged => {
            status == 401
                && answer.header("www-authenticate").is_some_and(|says| says.contains("invalid_token"))
        }
        Expect::Fits => status < 500 && status != 413,
        Expect::Understood => status < 500,
    };
    (!holds).then(|| format!("{}: expected {}, got {answer}", case.fault, case.expect))
}

/// Clients that do not say what they are, say nonsense, or are too old.
fn clients(declared: &Declared, sound: &Request) -> Vec<Case> {
    const HEADER: &str = "x-client-version";
    if !declared.answers("426") {
        return Vec::new();
    }
    let mut cases =
        vec![case("a client too old", sound.clone().header(HEADER, "web/0.9.9"), Expect::Status(426))];
    if !declared.is_v1() {
        cases.push(case("no client version", sound.clone().without(HEADER), Expect::Status(400)));
        for absurd in [
            "web",
            "web/",
            "web/1.4",
            "toaster/1.0.0",
            "web/-1.0.0",
            "web/99999999999999999999.0.0",
            "\u{7f}",
        ] {
            let fault = format!("the client version {absurd:?}");
            let Some(request) = sound.clone().try_header(HEADER, absurd) else { continue };
            cases.push(case(fault, request, Expect::Status(400)));
        }
    }
    cases
}

fn tokens(sound: &Request, caller: &Caller) -> Vec<Case> {
    let bad = caller.bad_tokens().into_iter();
    bad.map(|(fault, token)| case(fault, sound.clone().bearer(&token), Expect::Challenged)).collect()
}

/// Ids that are none, text that is not UTF-8, parameters that nobody reads.
fn addresses(declared: &Declared, sound: &Request) -> Vec<Case> {
    let mut cases = Vec::new();
    for (place, name) in declared.path_parameters() {
        for (odd, expected) in [("%ff", 400), ("not%00an%20id", 422)] {
            let request = sound.clone().with_segment(place, odd);
            cases.push(case(format!("{odd} for {name}"), request, Expect::Status(expected)));
        }
    }
    if declared.has_query() {
        let unknown = sound.clone().with_query(&format!("{UNKNOWN}=1"));
        cases.push(case("an unknown parameter", unknown, Expect::Refused(format!("query:{UNKNOWN}"))));
        cases.push(case("a query that is not UTF-8", sound.clone().with_query("a=%ff"), Expect::Status(400)));
    }
    cases
}

fn bodies(declared: &Declared, sound: &Request) -> Vec<Case> {
    let Some(body) = declared.body_of(sound) else { return Vec::new() };
    let text = body.to_string();
    let with = |bytes: Vec<u8>| sound.clone().with_body(bytes);
    let mut cases = vec![
        case("a byte more than fits", with(padded(&text, declared.body_limit() + 1)), Expect::Status(413)),
        case("no body", with(Vec::new()), Expect::Status(400)),
        case("half a body", with(text.as_bytes()[..text.len() - 1].to_vec()), Expect::Status(400)),
        case("two bodies", with(format!("{text}{text}").into_bytes()), Expect::Status(400)),
        case("a body that is not UTF-8", with(b"{\"\xff\":1}".to_vec()), Expect::Status(400)),
        case("a body in UTF-16", with(utf_16(&text)), Expect::Status(400)),
        case("a bottomless body", with("[".repeat(100_000).into_bytes()), Expect::Status(400)),
        case("half a surrogate", with(b"{\"a\":\"\\ud800\"}".to_vec()), Expect::Status(400)),
    ];
    for other in ["7", "\"text\"", "true", "null", "[]"] {
        cases.push(case(format!("the body {other}"), with(other.into()), Expect::Status(422)));
    }
    for other in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
    ] {
        let request = sound.clone().header("content-type", other);
        cases.push(case(format!("a body of {other}"), request, Expect::Status(415)));
    }
    cases.push(case("a body of no type", sound.clone().without("content-type"), Expect::Status(415)));

    let mut more = body.clone();
    more[UNKNOWN] = json!(1);
    cases.push(case("an unknown field", sound.clone().json(&more), Expect::Refused(format!("/{UNKNOWN}"))));
    for field in declared.required_fields() {
        let mut less = body.clone();
        if less.as_object_mut().is_some_and(|fields| fields.remove(&field).is_some()) {
            cases.push(case(format!("no {field}"), sound.clone().json(&less), Expect::Status(422)));
        }
    }
    for pointer in places(&body) {
        let Some(mistaken) = replaced(&body, &pointer, of_another_type) else { continue };
        let expect = Expect::Refused(format!("/{}", pointer[1..].split('/').next().unwrap_or_default()));
        cases.push(case(format!("the wrong type at {pointer}"), sound.clone().json(&mistaken), expect));
    }
    cases
}

/// The largest body, and values of the right type that nobody means. An operation may take them or refuse them, and must
/// do either.
fn absurdities(declared: &Declared, sound: &Request) -> Vec<Case> {
    let Some(body) = declared.body_of(sound) else { return Vec::new() };
    let texts = [json!(""), json!("\u{0}"), json!("\u{202e}\u{fffe}🧨"), json!("é".repeat(60_000))];
    let numbers = [json!(-1), json!(0), json!(i64::MIN), json!(u64::MAX), json!(1.7e308), json!(0.5)];
    let largest = padded(&body.to_string(), declared.body_limit());
    let mut cases = vec![case("the largest body", sound.clone().with_body(largest), Expect::Fits)];
    for pointer in places(&body) {
        let values: &[Value] = match body.pointer(&pointer) {
            Some(Value::String(_)) => &texts,
            Some(Value::Number(_)) => &numbers,
            _ => &[],
        };
        for value in values {
            let Some(absurd) = replaced(&body, &pointer, |_| value.clone()) else { continue };
            let shown: String = value.to_string().chars().take(20).collect();
            let fault = format!("{shown} at {pointer}");
            cases.push(case(fault, sound.clone().json(&absurd), Expect::Understood));
        }
    }
    cases
}

/// Every place inside of `body`, as pointers, the outer ones first.
fn places(body: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut next = 0;
    while next < found.len() && found.len() <= TRIED {
        let outer = found[next].clone();
        match body.pointer(&outer) {
            Some(Value::Object(fields)) => found.extend(fields.keys().map(|key| format!("{outer}/{key}"))),
            Some(Value::Array(items)) if !items.is_empty() => found.push(format!("{outer}/0")),
            _ => {}
        }
        next += 1;
    }
    found.remove(0);
    found
}

fn replaced(body: &Value, pointer: &str, by: impl Fn(&Value) -> Value) -> Option<Value> {
    let mut body = body.clone();
    let place = body.pointer_mut(pointer)?;
    *place = by(place);
    Some(body)
}

fn of_another_type(value: &Value) -> Value {
    match value {
        Value::String(_) => json!({ UNKNOWN: [] }),
        Value::Number(_) | Value::Bool(_) => json!("text"),
        _ => json!(7),
    }
}

fn padded(text: &str, length: usize) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    bytes.resize(length, b' ');
    bytes
}

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}
