//! Log lines in the Elastic Common Schema.

use crate::{Clock, SystemClock};
use chrono::SecondsFormat;
use opentelemetry::trace::TraceContextExt;
use serde_json::{Map, Value, json};
use std::{fmt, io, sync::OnceLock};
use tracing::{
    Dispatch, Event, Subscriber,
    dispatcher::WeakDispatch,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};
use tracing_subscriber::{
    Layer,
    layer::Context,
    registry::{LookupSpan, SpanRef},
};

const ECS_VERSION: &str = "8.17.0";

/// First segments of field names that the schema defines, so that `http.response.status_code` stays as it is;
/// anything else becomes a label.
const FIELD_SETS: [&str; 16] = [
    "client",
    "destination",
    "error",
    "event",
    "host",
    "http",
    "log",
    "network",
    "organization",
    "process",
    "server",
    "source",
    "url",
    "user",
    "user_agent",
    "transaction",
];

/// Who writes the log.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The service's name, `reader`.
    pub service: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The environment it runs in.
    pub environment: String,
}

/// Writes each event as a line of JSON.
pub(super) struct EcsLayer<W> {
    identity: Identity,
    write: W,
    dispatch: OnceLock<WeakDispatch>,
}

impl<W: Fn(&[u8]) -> io::Result<()>> EcsLayer<W> {
    pub(super) fn new(identity: Identity, write: W) -> Self {
        Self { identity, write, dispatch: OnceLock::new() }
    }

    fn line(&self, event: &Event<'_>) -> Line {
        let mut line = Line::default();
        let level = event.metadata().level().as_str().to_ascii_lowercase();
        line.put("@timestamp", SystemClock.now().to_rfc3339_opts(SecondsFormat::Millis, true));
        line.put("log.level", level);
        line.put("message", "");
        line.put("ecs.version", ECS_VERSION);
        line.put("service.name", self.identity.service);
        line.put("service.version", self.identity.version);
        line.put("service.environment", self.identity.environment.as_str());
        line.put("log.logger", event.metadata().target());
        line
    }

    fn trace(&self, id: &Id, line: &mut Line) {
        let dispatch = self.dispatch.get().and_then(WeakDispatch::upgrade);
        let context = dispatch.and_then(|dispatch| tracing_opentelemetry::get_otel_context(id, &dispatch));
        let Some(context) = context else { return };
        let span = context.span();
        if span.span_context().is_valid() {
            line.put("trace.id", span.span_context().trace_id().to_string());
            line.put("span.id", span.span_context().span_id().to_string());
        }
    }
}

impl<S, W> Layer<S> for EcsLayer<W>
where
    S: Subscriber + for<'lookup> LookupSpan<'lookup>,
    W: Fn(&[u8]) -> io::Result<()> + 'static,
{
    fn on_register_dispatch(&self, dispatch: &Dispatch) {
        // A second registration is that of a clone of the same subscriber.
        let _already = self.dispatch.set(dispatch.downgrade());
    }

    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        if let Some(span) = context.span(id) {
            let mut fields = SpanFields::default();
            attributes.record(&mut fields.0);
            span.extensions_mut().insert(fields);
        }
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        if let Some(span) = context.span(id)
            && let Some(fields) = span.extensions_mut().get_mut::<SpanFields>()
        {
            values.record(&mut fields.0);
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut line = self.line(event);
        if let Some(span) = context.event_span(event) {
            self.trace(&span.id(), &mut line);
            inherit(&span, &mut line);
        }
        event.record(&mut line);
        // There is nowhere left to say that the log itself cannot be written.
        let _unwritten = (self.write)(&line.into_bytes());
    }
}

/// Fields of the spans around the event, the outermost first, so that an inner one wins.
fn inherit<'a, S: Subscriber + LookupSpan<'a>>(span: &SpanRef<'a, S>, line: &mut Line) {
    for span in span.scope().from_root() {
        if let Some(fields) = span.extensions().get::<SpanFields>() {
            line.extend(&fields.0);
        }
    }
}

#[derive(Default)]
struct SpanFields(Line);

/// A line as it grows: the schema's own fields, and labels.
#[derive(Default)]
struct Line {
    fields: Map<String, Value>,
    labels: Map<String, Value>,
}

impl Line {
    fn put(&mut self, name: &str, value: impl Into<Value>) {
        self.fields.insert(name.to_owned(), value.into());
    }

    fn record(&mut self, name: &str, value: Value) {
        let set = name.split_once('.').map(|(set, _)| set);
        match name {
            "message" => self.put(name, value),
            "error" => self.put("error.message", value),
            // Events of the `log` crate carry their real target as a field.
            "log.target" => self.put("log.logger", value),
            "log.module_path" | "log.file" | "log.line" => {}
            // OpenTelemetry's own instructions: `otel.kind`, `otel.name`.
            _ if set == Some("otel") => {}
            _ if set.is_some_and(|set| FIELD_SETS.contains(&set)) => self.put(name, value),
            _ => {
                self.labels.insert(name.replace('.', "_"), value);
            }
        }
    }

    fn extend(&mut self, outer: &Self) {
        self.fields.extend(outer.fields.iter().map(|(name, value)| (name.clone(), value.clone())));
        self.labels.extend(outer.labels.iter().map(|(name, value)| (name.clone(), value.clone())));
    }

    fn into_bytes(mut self) -> Vec<u8> {
        if !self.labels.is_empty() {
            self.fields.insert("labels".to_owned(), Value::Object(self.labels));
        }
        let mut bytes = Value::Object(self.fields).to_string().into_bytes();
        bytes.push(b'\n');
        bytes
    }
}

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.record(field.name(), json!(format!("{value:?}")));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.record(field.name(), json!(value));
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.record(field.name(), json!(value));
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.record(field.name(), json!(value));
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.record(field.name(), json!(value));
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.record(field.name(), json!(value));
    }

    fn record_error(&mut self, field: &Field, value: &(dyn std::error::Error + 'static)) {
        let mut text = value.to_string();
        let mut cause = value.source();
        while let Some(error) = cause {
            text = format!("{text}: {error}");
            cause = error.source();
        }
        self.record(field.name(), json!(text));
    }
}
