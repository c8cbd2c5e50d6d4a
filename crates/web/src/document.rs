//! The OpenAPI document of one version of one service: what utoipa collects from the handlers, completed with
//! what every operation has in common, so that no handler repeats it and none forgets it.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Map, Value, json};
use utoipa::openapi::OpenApi;
use utoipa::{PartialSchema, ToSchema};

use crate::error::{ApiError, FieldError, Problem, RequiredUpdate};
use crate::v1::{FlatError, PageNumber, PerPage};
use crate::{ApiVersion, Limit, Timestamp, X_CLIENT_UPDATE, X_CLIENT_VERSION};

/// The name under which handlers ask for an access token: `security(("accessToken" = ["student"]))`. The list
/// names the roles that may; an empty one is any user.
const SCHEME: &str = "accessToken";

/// The name under which handlers ask for another service: `security(("service" = ["lobby"]))`. The list names the
/// services that may; an empty one is any.
const SERVICE_SCHEME: &str = "service";

/// Who calls an operation, and so what its callers must show and may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Audience {
    /// Clients of a served version.
    Clients,
    /// Anybody, whatever their version.
    Anybody,
    /// Other services.
    Services,
}

const RESPONSES: &str = "#/components/responses/";
const EXAMPLE_TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";
const SCHEMAS: &str = "#/components/schemas/";

/// The refusals that operations share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shared {
    Malformed,
    Unauthorized,
    Forbidden,
    NotFound,
    Conflict,
    PreconditionFailed,
    TooLarge,
    UnsupportedMediaType,
    Invalid,
    UpdateRequired,
    PreconditionRequired,
    TooManyRequests,
    Internal,
    Unavailable,
}

impl Shared {
    const ALL: [Self; 14] = [
        Self::Malformed,
        Self::Unauthorized,
        Self::Forbidden,
        Self::NotFound,
        Self::Conflict,
        Self::PreconditionFailed,
        Self::TooLarge,
        Self::UnsupportedMediaType,
        Self::Invalid,
        Self::UpdateRequired,
        Self::PreconditionRequired,
        Self::TooManyRequests,
        Self::Internal,
        Self::Unavailable,
    ];

    fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shared| shared.name() == name)
    }

    pub(crate) fn name(self) -> &'static str {
        self.describe().0
    }

    pub(crate) fn status(self) -> String {
        self.example().status().as_str().to_owned()
    }

    /// Component name, meaning, header.
    fn describe(self) -> (&'static str, &'static str, Option<&'static str>) {
        match self {
            Self::Malformed => ("Malformed", "The request could not be read.", None),
            Self::Unauthorized => {
                ("Unauthorized", "No access token, or one that does not hold.", Some("WWW-Authenticate"))
            }
            Self::Forbidden => ("Forbidden", "The caller's role may not.", None),
            Self::NotFound => ("NotFound", "Absent, or not the caller's.", None),
            Self::Conflict => ("Conflict", "The state does not allow it.", None),
            Self::PreconditionFailed => ("PreconditionFailed", "It has changed since it was read.", None),
            Self::TooLarge => ("TooLarge", "The body is too large.", None),
            Self::UnsupportedMediaType => {
                ("UnsupportedMediaType", "The body is not of the expected type.", Some("Accept"))
            }
            Self::Invalid => ("Invalid", "Understood and refused; `errors` says where.", None),
            Self::UpdateRequired => {
                ("UpdateRequired", "The client is too old and must be updated.", Some("X-Client-Update"))
            }
            Self::PreconditionRequired => ("PreconditionRequired", "`If-Match` is missing.", None),
            Self::TooManyRequests => {
                ("TooManyRequests", "The caller's bucket is empty.", Some("Retry-After"))
            }
            Self::Internal => ("Internal", "A defect on our side.", None),
            Self::Unavailable => ("Unavailable", "Not possible at the moment.", Some("Retry-After")),
        }
    }

    /// A real one, so that the document shows what callers get.
    fn example(self) -> ApiError {
        let wait = Duration::from_secs(5);
        match self {
            Self::Malformed => ApiError::malformed("The body is not UTF-8."),
            Self::Unauthorized => ApiError::invalid_token(),
            Self::Forbidden => ApiError::forbidden("Your role does not permit this."),
            Self::NotFound => ApiError::not_found("topic", "0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10"),
            Self::Conflict => ApiError::conflict("id-taken", "This id was used for something else."),
            Self::PreconditionFailed => ApiError::PreconditionFailed,
            Self::TooLarge => ApiError::TooLarge,
            Self::UnsupportedMediaType => ApiError::UnsupportedMediaType { expected: "application/json" },
            Self::Invalid => {
                ApiError::invalid_field("/colour", "unknown-field", "There is no field `colour`.")
            }
            Self::UpdateRequired => ApiError::ClientTooOld(Box::new(RequiredUpdate {
                minimum: "1.4.0".to_owned(),
                latest: "1.6.0".to_owned(),
                message: "This version is too old. Please update.".to_owned(),
            })),
            Self::PreconditionRequired => ApiError::PreconditionRequired,
            Self::TooManyRequests => ApiError::too_many_requests(wait),
            Self::Internal => ApiError::internal(anyhow::anyhow!("an example")),
            Self::Unavailable => ApiError::unavailable(wait),
        }
    }

    fn component(self, version: ApiVersion) -> Value {
        let (_, meaning, header) = self.describe();
        let problem = Problem { instance: Some(EXAMPLE_TRACE.to_owned()), ..self.example().into_problem() };
        let content = match version {
            ApiVersion::V1 => json!({ "application/json": {
                "schema": { "$ref": format!("{SCHEMAS}FlatError") },
                "example": FlatError::of(&problem),
            }}),
            ApiVersion::V2 => json!({ "application/problem+json": {
                "schema": { "$ref": format!("{SCHEMAS}Problem") },
                "example": problem,
            }}),
        };
        let mut component = json!({ "description": meaning, "content": content });
        if let Some(header) = header {
            component["headers"] = json!({ header: { "schema": { "type": "string" } } });
        }
        component
    }
}

/// Joins the gated and the open operations, and completes each.
pub(crate) fn complete(service: &str, version: ApiVersion, gated: OpenApi, open: OpenApi) -> Value {
    let mut document = written(&gated);
    let mut ungated = written(&open);
    each_operation(&mut document, |operation| operation.complete(version, Audience::Clients));
    each_operation(&mut ungated, |operation| operation.complete(version, Audience::Anybody));
    merge(&mut document, ungated, "/paths");
    merge(&mut document, ungated_components(&open), "/components/schemas");

    let parameters = json!({ "ClientVersion": client_version(version) });
    let info = json!({
        "title": format!("{service} {}", version.as_str()),
        "version": version.as_str().trim_start_matches('v'),
        "description": "Rules that all operations share, and the list of problem types: docs/API.md.",
    });
    finish(document, version, security_scheme(), parameters, info)
}

/// Completes the operations for other services. Their errors are those of v2.
pub(crate) fn complete_internal(service: &str, operations: OpenApi) -> Value {
    let mut document = written(&operations);
    each_operation(&mut document, |operation| operation.complete(ApiVersion::V2, Audience::Services));
    let info = json!({
        "title": format!("{service} internal"),
        "version": "1",
        "description": "For other services, over mTLS, on a listener of its own. Rules that all operations share: docs/API.md.",
    });
    finish(document, ApiVersion::V2, service_scheme(), json!({}), info)
}

fn finish(mut document: Value, version: ApiVersion, schemes: Value, parameters: Value, info: Value) -> Value {
    let used = references(&document);
    let components = object(&mut document, "components");
    let responses = used.iter().filter_map(|name| Shared::of_name(name.strip_prefix(RESPONSES)?));
    components.insert(
        "responses".into(),
        responses.map(|shared| (shared.name().to_owned(), shared.component(version))).collect(),
    );
    components.insert("securitySchemes".into(), schemes);
    components.insert("parameters".into(), parameters);
    let schemas = object_in(components, "schemas");
    schemas.extend(error_schemas(version));
    for (name, schema) in parameter_schemas() {
        if used.contains(&format!("{SCHEMAS}{name}")) {
            schemas.entry(name).or_insert(schema);
        }
    }

    let dangling: Vec<_> =
        references(&document).into_iter().filter(|to| document.pointer(&to[1..]).is_none()).collect();
    debug_assert!(
        dangling.is_empty(),
        "{}: utoipa collects no types of parameters; `inline` {dangling:?}",
        info["title"]
    );

    document["openapi"] = json!("3.1.0");
    document["info"] = info;
    document
}

/// The document as it is served and kept in `openapi/`: indented, keys in order, a newline at the end.
pub fn text(document: &Value) -> String {
    format!("{:#}\n", sorted(document))
}

/// Key order must not depend on whether some other crate turns on serde_json's `preserve_order`.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut names: Vec<_> = fields.keys().collect();
            names.sort();
            names.into_iter().map(|name| (name.clone(), sorted(&fields[name]))).collect()
        }
        Value::Array(items) => items.iter().map(sorted).collect(),
        plain => plain.clone(),
    }
}

fn written(document: &OpenApi) -> Value {
    serde_json::to_value(document).unwrap_or_default()
}

fn ungated_components(open: &OpenApi) -> Value {
    json!({ "components": { "schemas": written(open).pointer("/components/schemas") } })
}

/// Adds the members of the object at `pointer` of `from` to that of `into`.
fn merge(into: &mut Value, mut from: Value, pointer: &str) {
    let Some(Value::Object(added)) = from.pointer_mut(pointer).map(Value::take) else { return };
    let mut target = into;
    for name in pointer.trim_start_matches('/').split('/') {
        target = &mut target[name];
    }
    if target.is_null() {
        *target = json!({});
    }
    if let Value::Object(present) = target {
        present.extend(added);
    }
}

fn object<'a>(document: &'a mut Value, name: &str) -> &'a mut Map<String, Value> {
    if !document[name].is_object() {
        document[name] = json!({});
    }
    document[name].as_object_mut().expect("was made an object above")
}

fn object_in<'a>(parent: &'a mut Map<String, Value>, name: &str) -> &'a mut Map<String, Value> {
    let entry = parent.entry(name).or_insert_with(|| json!({}));
    if !entry.is_object() {
        *entry = json!({});
    }
    entry.as_object_mut().expect("was made an object above")
}

fn each_operation(document: &mut Value, mut complete: impl FnMut(Operation<'_>)) {
    let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) else { return };
    for operations in paths.values_mut().filter_map(Value::as_object_mut) {
        for (method, operation) in operations.iter_mut() {
            if ["get", "put", "post", "delete", "patch", "head", "options"].contains(&method.as_str())
                && let Some(operation) = operation.as_object_mut()
            {
                complete(Operation(operation));
            }
        }
    }
}

struct Operation<'a>(&'a mut Map<String, Value>);

impl Operation<'_> {
    fn complete(self, version: ApiVersion, audience: Audience) {
        let gated = audience == Audience::Clients;
        let refusals = self.refusals(version, audience);
        let permission = self.permission();
        let Self(operation) = self;

        // utoipa's tag is the name of a Rust module.
        operation.remove("tags");
        let responses = object_in(operation, "responses");
        responses.values_mut().for_each(describe_events);
        for shared in refusals {
            let reference = json!({ "$ref": format!("{RESPONSES}{}", shared.name()) });
            responses.entry(shared.status()).or_insert(reference);
        }
        if gated {
            let parameters = operation.entry("parameters").or_insert_with(|| json!([]));
            if let Some(parameters) = parameters.as_array_mut() {
                parameters.push(json!({ "$ref": "#/components/parameters/ClientVersion" }));
            }
        }
        if version == ApiVersion::V1 {
            operation.insert("deprecated".into(), json!(true));
        }
        let told = operation.get("description").and_then(Value::as_str).unwrap_or_default();
        let description = format!("{told}\n\n**Permission:** {permission}.").trim_start().to_owned();
        operation.insert("description".into(), json!(description));
    }

    /// What follows from the operation's shape.
    fn refusals(&self, version: ApiVersion, audience: Audience) -> Vec<Shared> {
        let mut refusals = vec![Shared::Internal, Shared::Unavailable];
        refusals.push(if audience == Audience::Services {
            Shared::Forbidden
        } else {
            Shared::TooManyRequests
        });
        if let Some(roles) = self.roles() {
            refusals.push(Shared::Unauthorized);
            refusals.extend((!roles.is_empty()).then_some(Shared::Forbidden));
        }
        if self.0.contains_key("requestBody") {
            let body = [Shared::Malformed, Shared::TooLarge, Shared::UnsupportedMediaType, Shared::Invalid];
            refusals.extend(body);
        }
        if self.takes_parameters_in("path") || self.takes_parameters_in("query") || self.takes_a_header() {
            refusals.extend([Shared::Malformed, Shared::Invalid]);
        }
        if self.takes("If-Match") {
            refusals.extend([Shared::PreconditionFailed, Shared::PreconditionRequired]);
        }
        if audience == Audience::Clients && version == ApiVersion::V2 {
            refusals.extend([Shared::Malformed, Shared::UpdateRequired]);
        }
        refusals
    }

    fn parameters(&self) -> impl Iterator<Item = &Value> {
        self.0.get("parameters").and_then(Value::as_array).into_iter().flatten()
    }

    fn takes_parameters_in(&self, place: &str) -> bool {
        self.parameters().any(|parameter| parameter["in"] == place)
    }

    /// One of its own, beside those of revisions.
    fn takes_a_header(&self) -> bool {
        let of_revisions = |name: &Value| name == "If-Match" || name == "If-None-Match";
        self.parameters().any(|parameter| parameter["in"] == "header" && !of_revisions(&parameter["name"]))
    }

    fn takes(&self, header: &str) -> bool {
        self.parameters().any(|parameter| parameter["name"] == header)
    }

    /// The roles that may, empty for any user; `None` for an operation that anybody may call.
    fn roles(&self) -> Option<Vec<&str>> {
        self.required(SCHEME)
    }

    fn required(&self, scheme: &str) -> Option<Vec<&str>> {
        let required = self.0.get("security")?.as_array()?.iter().find_map(|one| one.get(scheme))?;
        Some(required.as_array()?.iter().filter_map(Value::as_str).collect())
    }

    fn permission(&self) -> String {
        match (self.roles(), self.required(SERVICE_SCHEME)) {
            (_, Some(services)) if services.is_empty() => "any service".to_owned(),
            (_, Some(services)) => services.join(", "),
            (None, None) => "anybody".to_owned(),
            (Some(roles), None) if roles.is_empty() => "any user".to_owned(),
            (Some(roles), None) => roles.join(", ").replace('_', " "),
        }
    }
}

/// A stream's handler says what its events tell. What its document describes is an event: a text, which holds that as JSON.
/// OpenAPI 3.1 has no place for it; 3.2 writes the same schema as `itemSchema` (section Server-Sent Event Streams).
fn describe_events(response: &mut Value) {
    if let Some(schema) = response.pointer_mut("/content/text~1event-stream/schema") {
        let told = schema.take();
        *schema = json!({
            "type": "object",
            "required": ["data"],
            "properties": {
                "id": { "type": "string" },
                "data": {
                    "type": "string",
                    "contentMediaType": "application/json",
                    "contentSchema": told,
                },
            },
        });
    }
}

/// Everything that the document refers to.
fn references(document: &Value) -> BTreeSet<String> {
    match document {
        Value::Object(fields) => {
            let own = fields.get("$ref").and_then(Value::as_str).map(str::to_owned);
            own.into_iter().chain(fields.values().flat_map(references)).collect()
        }
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => BTreeSet::new(),
    }
}

fn security_scheme() -> Value {
    json!({ SCHEME: {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "The access token that a log-in gives. The names in an operation's list are the roles that may.",
    }})
}

fn service_scheme() -> Value {
    json!({ SERVICE_SCHEME: {
        "type": "mutualTLS",
        "description": "The certificate of the calling service. The names in an operation's list are the services that may.",
    }})
}

fn client_version(version: ApiVersion) -> Value {
    let pattern = match version {
        // Frozen, and about what v1 lets pass in any form.
        ApiVersion::V1 => r"^(web|desktop|android|service)/\d{1,4}\.\d{1,4}\.\d{1,4}$",
        ApiVersion::V2 => concat!(
            "^(web|desktop|android|service)",
            r"/(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})$"
        ),
    };
    json!({
        "name": X_CLIENT_VERSION.as_str(),
        "in": "header",
        "required": version == ApiVersion::V2,
        "description": format!(
            "What calls: platform and version. Below the oldest that is served: 426. Below the newest: the answer \
             carries `{X_CLIENT_UPDATE}`."
        ),
        "schema": { "type": "string", "pattern": pattern },
        "example": "web/1.4.0",
    })
}

fn error_schemas(version: ApiVersion) -> Vec<(String, Value)> {
    match version {
        ApiVersion::V1 => vec![schema::<FlatError>()],
        ApiVersion::V2 => vec![schema::<Problem>(), schema::<FieldError>()],
    }
}

/// The types of parameters that the fleet shares. utoipa writes references to them and does not collect them.
fn parameter_schemas() -> Vec<(String, Value)> {
    vec![
        schema::<Limit>(),
        schema::<Timestamp>(),
        schema::<PageNumber>(),
        schema::<PerPage>(),
        schema::<ids::UserId>(),
        schema::<ids::SessionId>(),
        schema::<ids::DeviceId>(),
        schema::<ids::EventId>(),
        schema::<ids::ContentId>(),
        schema::<ids::TopicId>(),
        schema::<ids::WordId>(),
        schema::<ids::CardId>(),
        schema::<ids::ReviewId>(),
        schema::<ids::StudySessionId>(),
        schema::<ids::ProductId>(),
    ]
}

fn schema<T: ToSchema + PartialSchema>() -> (String, Value) {
    (T::name().into_owned(), serde_json::to_value(T::schema()).unwrap_or_default())
}
