//! Who may call what: the whole matrix, or the test fails.
//!
//! A service names every operation of its OpenAPI documents and says what each kind of caller gets. An operation
//! that is missing, a row that the document contradicts, and an answer that differs from its row all fail, and all are
//! told at once. So a new route without a decision about its callers does not pass.
//!
//! Of an operation for other services the document says which may; it is called as each service of the fleet, as
//! nobody, and as users without a certificate.

use crate::{Answer, Api, Caller, api::Request, bad_input, burst, version_1};
use access::{Role, service::SERVICES};
use futures::future::{BoxFuture, join_all};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    future::Future,
};
use web::ApiVersion;

/// What each kind of caller gets: anonymous, student, teacher, educational admin, technical admin.
pub type Row = [u16; 5];

const ROLES: [Role; 4] = [Role::Student, Role::Teacher, Role::EducationalAdmin, Role::TechnicalAdmin];
const METHODS: [&str; 5] = ["get", "put", "post", "patch", "delete"];

/// Whose object a request names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// The caller's.
    Own,
    /// Another user's, of the same kind as the caller's.
    Others,
    /// The operation names no object that belongs to somebody.
    Nobodys,
}

/// What is expected of one operation.
#[derive(Clone, Copy, Debug)]
pub struct Expected {
    rows: [Option<(Whose, Row)>; 2],
    unowned: Option<&'static str>,
}

impl Expected {
    /// For the caller's object, and for another's.
    #[must_use]
    pub fn own_and_others(own: Row, others: Row) -> Self {
        Self { rows: [Some((Whose::Own, own)), Some((Whose::Others, others))], unowned: None }
    }

    /// For an operation without an id in its path.
    #[must_use]
    pub fn of_nobody(row: Row) -> Self {
        Self { rows: [Some((Whose::Nobodys, row)), None], unowned: None }
    }

    /// For an operation with an id in its path that belongs to nobody, and why it does not: built-in content.
    #[must_use]
    pub fn shared(reason: &'static str, row: Row) -> Self {
        Self { rows: [Some((Whose::Nobodys, row)), None], unowned: Some(reason) }
    }
}

impl Expected {
    /// Somebody who may, what of, and what they get: anonymous where nobody need say who they are.
    fn admitted(&self) -> (Whose, Option<Caller>, u16) {
        let (whose, row) = self.rows.into_iter().flatten().next().expect("the first row is always there");
        let asked = callers().into_iter().zip(row);
        let (caller, status) = asked
            .min_by_key(|(_, status)| (matches!(status, 401 | 403), *status))
            .expect("there are kinds of callers");
        (whose, caller, status)
    }
}

type Ask<W> = Box<dyn Fn(W, Caller, Whose) -> BoxFuture<'static, Request>>;

struct Case<W> {
    expected: Expected,
    ask: Ask<W>,
}

struct InternalCase<W> {
    expected: u16,
    ask: Box<dyn Fn(W) -> BoxFuture<'static, Request>>,
}

/// The matrix of one service.
///
/// ```no_run
/// # use testing::{Api, Caller, authorization::{Expected, Matrix, Whose}};
/// # async fn example(documents: &[serde_json::Value], api: Api) {
/// //                          anonymous, student, teacher, educational admin, technical admin
/// Matrix::of(documents)
///     .operation(
///         "GET /api/v2/pii/people/{userId}/name",
///         Expected::own_and_others([401, 200, 200, 200, 200], [401, 404, 404, 200, 200]),
///         |api: Api, caller: Caller, whose: Whose| async move {
///             let person = if whose == Whose::Own { caller.id() } else { Caller::student().id() };
///             api.get(format!("/api/v2/pii/people/{person}/name"))
///         },
///     )
///     .check(api)
///     .await;
/// # }
/// ```
pub struct Matrix<W> {
    declared: BTreeMap<String, Declared>,
    cases: BTreeMap<String, Case<W>>,
    internal: BTreeMap<String, InternalCase<W>>,
}

/// What the document says of an operation.
pub(crate) struct Declared {
    /// Roles that may, empty for any user; none where anybody may.
    roles: Option<BTreeSet<String>>,
    /// Services that may, empty for any; none where it is not for services.
    services: Option<BTreeSet<String>>,
    names_an_object: bool,
    path: String,
    operation: Value,
    /// Of the body, at its top.
    required: Vec<String>,
}

impl Declared {
    /// Whether it belongs to the API of the clients that are out.
    pub(crate) fn is_v1(&self) -> bool {
        self.path.starts_with("/api/v1/")
    }

    /// Whether it can answer with this status.
    pub(crate) fn answers(&self, status: &str) -> bool {
        self.operation["responses"].get(status).is_some()
    }

    /// Whether it reads parameters of the query string.
    pub(crate) fn has_query(&self) -> bool {
        let parameters = self.operation["parameters"].as_array();
        parameters.is_some_and(|parameters| parameters.iter().any(|parameter| parameter["in"] == "query"))
    }

    /// The segments of the path that are parameters: which, and what they are called.
    pub(crate) fn path_parameters(&self) -> Vec<(usize, &str)> {
        let segments = self.path.split('/').enumerate();
        segments.filter(|(_, segment)| segment.starts_with('{')).collect()
    }

    /// The JSON object that `request` carries, where the operation takes one.
    pub(crate) fn body_of(&self, request: &Request) -> Option<Value> {
        self.operation.get("requestBody")?;
        request.json_body().filter(Value::is_object)
    }

    /// Bytes of the largest body.
    pub(crate) fn body_limit(&self) -> usize {
        let said = self.operation.get(web::BODY_LIMIT_EXTENSION).and_then(Value::as_u64);
        said.map_or(web::BODY_LIMIT, |bytes| bytes.try_into().expect("a limit of this machine's size"))
    }

    /// The fields that a body must have.
    pub(crate) fn required_fields(&self) -> Vec<String> {
        self.required.clone()
    }
}

impl<W: Clone + 'static> Matrix<W> {
    /// The matrix of every operation of a service, with no case yet.
    #[must_use]
    pub fn of_api<S: Clone + Send + Sync + 'static>(api: &web::Api<S>) -> Self {
        let documents = [api.document(ApiVersion::V1), api.document(ApiVersion::V2), api.internal_document()];
        Self::of(documents.iter().flatten())
    }

    /// The matrix of these documents, with no case yet.
    #[must_use]
    pub fn of<'a>(documents: impl IntoIterator<Item = &'a Value>) -> Self {
        let declared = documents.into_iter().flat_map(operations).collect();
        Self { declared, cases: BTreeMap::new(), internal: BTreeMap::new() }
    }

    /// A case: `GET /api/v2/pii/people/{userId}/name` as the document spells it, what is expected, and how to ask.
    ///
    /// `ask` arranges what the caller needs (the object, its owner) in the world of the test and makes the request;
    /// the caller's token is added here. Every call gets a user of its own.
    #[must_use]
    pub fn operation<A, F>(mut self, operation: &str, expected: Expected, ask: A) -> Self
    where
        A: Fn(W, Caller, Whose) -> F + 'static,
        F: Future<Output = Request> + Send + 'static,
    {
        let ask: Ask<W> = Box::new(move |world, caller, whose| Box::pin(ask(world, caller, whose)));
        let before = self.cases.insert(operation.to_owned(), Case { expected, ask });
        assert!(before.is_none(), "{operation} has two cases");
        self
    }

    /// The case of `GET /api/v2/{service}/standing`, which every service has. `api` calls it.
    #[must_use]
    pub fn standing(self, service: &str, api: impl Fn(&W) -> Api + 'static) -> Self {
        let path = format!("/api/v2/{service}/standing");
        let operation = format!("GET {path}");
        self.operation(&operation, Expected::of_nobody([401, 403, 403, 403, 200]), move |world, _, _| {
            std::future::ready(api(&world).get(&path))
        })
    }

    /// A case of an operation for other services: what those get that the document names. `ask` arranges and makes the
    /// request; who calls is added here.
    #[must_use]
    pub fn internal_operation<A, F>(mut self, operation: &str, expected: u16, ask: A) -> Self
    where
        A: Fn(W) -> F + 'static,
        F: Future<Output = Request> + Send + 'static,
    {
        let case = InternalCase { expected, ask: Box::new(move |world| Box::pin(ask(world))) };
        let before = self.internal.insert(operation.to_owned(), case);
        assert!(before.is_none(), "{operation} has two cases");
        self
    }

    /// Compares the table with the documents, then calls every operation as every caller.
    ///
    /// # Panics
    /// Anything is missing or different; the panic lists all of it.
    pub async fn check(self, world: W) {
        let wrong = self.problems(world).await;
        assert!(wrong.is_empty(), "authorization:\n  {}", wrong.join("\n  "));
    }

    /// Sends every operation what it may not take: bodies that are oversized, malformed, of the wrong type or encoding,
    /// with fields that are unknown, missing or absurd; tokens that are expired, forged or for others; clients that are
    /// too old or do not say what they are; addresses that name nothing. Each fault must be refused with the status
    /// that docs/API.md gives it, and leave nothing behind.
    ///
    /// # Panics
    /// Anything is answered otherwise; the panic lists all of it.
    pub async fn check_bad_input(self, world: W) {
        let mut wrong = Vec::new();
        for (operation, case) in &self.cases {
            let Some(declared) = self.declared.get(operation) else { continue };
            let (whose, caller, expected) = case.expected.admitted();
            let asker = caller.clone().unwrap_or_else(Caller::student);
            let sound = (case.ask)(world.clone(), asker, whose).await;
            let faults = bad_input::faults(declared, caller.as_ref(), sound, expected).await;
            wrong.extend(faults.into_iter().map(|fault| format!("{operation}: {fault}")));
        }
        assert!(wrong.is_empty(), "bad input:\n  {}", wrong.join("\n  "));
    }

    /// Arranges a request for every operation, takes the store away with `cut`, and sends them: each must say when to
    /// come back, or answer as ever because it needs no store.
    ///
    /// # Panics
    /// Anything is answered otherwise, or nothing needed the store; the panic lists all of it.
    pub async fn check_outage(self, world: W, cut: impl FnOnce()) {
        let mut arranged = Vec::new();
        for (operation, case) in &self.cases {
            let (whose, caller, expected) = case.expected.admitted();
            let asker = caller.clone().unwrap_or_else(Caller::student);
            let request = (case.ask)(world.clone(), asker, whose).await;
            let request = match &caller {
                Some(caller) => request.as_(caller),
                None => request,
            };
            arranged.push((operation, request, expected));
        }
        cut();
        let asked = arranged.into_iter().map(|(operation, request, expected)| async move {
            let answer = request.send().await;
            let told = answer.status() == 503 && answer.header("retry-after").is_some();
            let wrong = !told && answer.status().as_u16() != expected;
            (told, wrong.then(|| format!("{operation}: {answer}")))
        });
        let (told, wrong): (Vec<_>, Vec<_>) = join_all(asked).await.into_iter().unzip();
        let wrong: Vec<_> = wrong.into_iter().flatten().collect();
        assert!(wrong.is_empty(), "without the store:\n  {}", wrong.join("\n  "));
        assert!(told.contains(&true), "no operation needs the store: was it taken away?");
    }

    /// Asks every operation more often than anybody may: `strict` is the service with [`crate::strict_layers`]. A user is
    /// refused with 429 and when to come back, or an address where nobody need say who they are; others are not.
    ///
    /// # Panics
    /// Anything is answered otherwise; the panic lists all of it.
    pub async fn check_burst(self, world: W, strict: &Api) {
        let mut wrong = Vec::new();
        for (number, (operation, case)) in self.cases.iter().enumerate() {
            let (whose, caller, _) = case.expected.admitted();
            let asker = caller.clone().unwrap_or_else(Caller::student);
            let sound = (case.ask)(world.clone(), asker, whose).await.through(strict);
            let fault = burst::fault(sound, caller.as_ref(), number).await;
            wrong.extend(fault.map(|fault| format!("{operation}: {fault}")));
        }
        assert!(wrong.is_empty(), "burst:\n  {}", wrong.join("\n  "));
    }

    async fn problems(self, world: W) -> Vec<String> {
        let mut wrong = self.gaps();
        for (operation, case) in &self.cases {
            for (whose, row) in case.expected.rows.into_iter().flatten() {
                for (caller, expected) in callers().into_iter().zip(row) {
                    let name = caller.as_ref().map_or("anonymous", |caller| caller.role().as_str());
                    let asker = caller.clone().unwrap_or_else(Caller::student);
                    let request = (case.ask)(world.clone(), asker, whose).await;
                    let request = match &caller {
                        Some(caller) => request.as_(caller),
                        None => request.without("authorization"),
                    };
                    let answer = request.send().await;
                    let problem = judge(&answer, expected).err().or_else(|| {
                        self.declared
                            .get(operation)
                            .and_then(|declared| version_1::fault(&declared.path, &answer))
                    });
                    wrong.extend(
                        problem.map(|problem| format!("{operation} as {name} ({whose:?}): {problem}")),
                    );
                }
            }
        }
        wrong.extend(self.internal_problems(world).await);
        wrong
    }

    async fn internal_problems(&self, world: W) -> Vec<String> {
        let mut wrong = Vec::new();
        for (operation, case) in &self.internal {
            let named = self.declared.get(operation).and_then(|declared| declared.services.as_ref());
            let Some(named) = named else { continue };
            for service in SERVICES {
                let may = named.is_empty() || named.contains(*service);
                let answer = (case.ask)(world.clone()).await.as_service(service).send().await;
                let expected = if may { case.expected } else { 403 };
                if let Err(problem) = judge(&answer, expected) {
                    wrong.push(format!("{operation} as the service {service}: {problem}"));
                }
            }
            for caller in callers() {
                let name = caller.as_ref().map_or("nobody", |caller| caller.role().as_str());
                let request = (case.ask)(world.clone()).await;
                let request = match &caller {
                    Some(caller) => request.as_(caller),
                    None => request.without("authorization"),
                };
                if let Err(problem) = judge(&request.send().await, 403) {
                    wrong.push(format!("{operation} as {name} without a certificate: {problem}"));
                }
            }
        }
        wrong
    }

    /// What the table lacks, and where the document contradicts it.
    fn gaps(&self) -> Vec<String> {
        let has_case =
            |operation: &String| self.cases.contains_key(operation) || self.internal.contains_key(operation);
        let missing = self.declared.keys().filter(|operation| !has_case(operation));
        let mut wrong: Vec<_> = missing.map(|operation| format!("{operation} has no case")).collect();
        for (operation, case) in &self.cases {
            match self.declared.get(operation) {
                None => wrong.push(format!("{operation} is in no document")),
                Some(Declared { services: Some(_), .. }) => {
                    wrong.push(format!("{operation} is for services: say so with `internal_operation`"));
                }
                Some(declared) => {
                    wrong.extend(
                        contradictions(declared, &case.expected).map(|it| format!("{operation} {it}")),
                    );
                }
            }
        }
        for operation in self.internal.keys() {
            match self.declared.get(operation) {
                None => wrong.push(format!("{operation} is in no document")),
                Some(Declared { services: None, .. }) => {
                    wrong.push(format!(
                        "{operation} does not say which services may: `security((\"service\" = [..]))`"
                    ));
                }
                Some(_) => {}
            }
        }
        wrong
    }
}

/// One anonymous caller and one of each role.
fn callers() -> [Option<Caller>; 5] {
    let [student, teacher, educational, technical] = ROLES.map(|role| Some(Caller::with_role(role)));
    [None, student, teacher, educational, technical]
}

fn judge(answer: &Answer, expected: u16) -> Result<(), String> {
    if answer.status().as_u16() != expected {
        return Err(format!("expected {expected}, got {answer}"));
    }
    if expected == 401 && answer.header("www-authenticate").is_none() {
        return Err("a 401 without WWW-Authenticate".to_owned());
    }
    Ok(())
}

fn operations(document: &Value) -> Vec<(String, Declared)> {
    let paths = document["paths"].as_object().into_iter().flatten();
    let mut found = Vec::new();
    for (path, item) in paths {
        for method in METHODS {
            if let Some(operation) = item.get(method) {
                let declared = Declared {
                    roles: required(operation, "accessToken"),
                    services: required(operation, "service"),
                    names_an_object: path.contains('{'),
                    path: path.clone(),
                    operation: operation.clone(),
                    required: required_fields(document, operation),
                };
                found.push((format!("{} {path}", method.to_ascii_uppercase()), declared));
            }
        }
    }
    found
}

/// The fields that the body of an operation must have, at its top.
fn required_fields(document: &Value, operation: &Value) -> Vec<String> {
    let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
    let named = schema["$ref"].as_str().and_then(|name| document.pointer(name.trim_start_matches('#')));
    let fields = named.unwrap_or(schema)["required"].as_array();
    fields.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn required(operation: &Value, scheme: &str) -> Option<BTreeSet<String>> {
    let required = operation.get("security")?.as_array()?.iter().find_map(|one| one.get(scheme))?;
    Some(required.as_array()?.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

fn contradictions(declared: &Declared, expected: &Expected) -> impl Iterator<Item = String> {
    let whose = expected.rows[0].map(|(whose, _)| whose);
    let shape = match (declared.names_an_object, whose, expected.unowned) {
        (true, Some(Whose::Nobodys), None) => Some(
            "has an id in its path: say what own and others' objects give, or why it is shared".to_owned(),
        ),
        (false, Some(Whose::Own), _) | (false, _, Some(_)) => {
            Some("has no id in its path, so there is nothing to own or to share".to_owned())
        }
        _ => None,
    };
    let statuses = expected.rows.into_iter().flatten().flat_map(|(whose, [anonymous, others @ ..])| {
        let roles = ROLES.iter().zip(others).filter_map(move |(role, status)| {
            let listed = declared.roles.as_ref().is_none_or(|roles| may(roles, *role));
            let refused = matches!(status, 401 | 403);
            (listed == refused).then(|| {
                let says = if listed { "may" } else { "may not" };
                format!("says that a {} {says}, the table says {status} ({whose:?})", role.as_str())
            })
        });
        let open = declared.roles.is_none();
        let differs = open == (anonymous == 401);
        let anonymous = differs.then(|| format!("says otherwise of anonymous callers than {anonymous}"));
        roles.chain(anonymous).collect::<Vec<_>>()
    });
    shape.into_iter().chain(statuses.collect::<Vec<_>>())
}

fn may(roles: &BTreeSet<String>, role: Role) -> bool {
    roles.is_empty() || roles.contains(role.as_str())
}
