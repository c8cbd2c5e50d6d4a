//! One trace from the command to the effect.

use crate::support::{
    NoParking, Running, Topics, bus, encoder, eventually, header, outgoing, publish, read, record, unique,
};
use boot::trace::{current_trace_id, current_traceparent};
use bus::{Consumer, Delivery, Outcome};
use events::Event;
use opentelemetry::trace::TracerProvider as _;
use opentelemetry_sdk::{propagation::TraceContextPropagator, trace::SdkTracerProvider};
use std::{
    future::ready,
    sync::{Arc, Mutex, OnceLock},
};
use tracing_subscriber::{layer::SubscriberExt, util::SubscriberInitExt};

record!(Traced, "bus-tests.traced");

/// As boot does.
fn telemetry() {
    static TELEMETRY: OnceLock<SdkTracerProvider> = OnceLock::new();
    TELEMETRY.get_or_init(|| {
        opentelemetry::global::set_text_map_propagator(TraceContextPropagator::new());
        let provider = SdkTracerProvider::builder().build();
        let layer = tracing_opentelemetry::layer().with_tracer(provider.tracer("tests"));
        tracing_subscriber::registry().with(layer).init();
        provider
    });
}

#[tokio::test]
async fn the_handlers_span_continues_the_commands_trace() {
    telemetry();
    let _topics = Topics::fresh(&[(Traced::TOPIC, 1)]).await;
    let bus = bus();
    let encoder = encoder::<Traced>(&bus).await;
    let (row, traceparent, trace) = tracing::info_span!("command").in_scope(|| {
        (outgoing::<Traced>(&encoder, "k", 1), current_traceparent().expect("a trace"), current_trace_id())
    });
    assert_eq!(row.traceparent.as_deref(), Some(traceparent.as_str()), "it is stored with the event");
    publish(&bus, vec![row, outgoing::<Traced>(&encoder, "k", 2)]).await;
    let records = read(Traced::TOPIC, 2).await;
    assert_eq!(header(&records[0], "traceparent"), Some(traceparent));
    assert_eq!(header(&records[1], "traceparent"), None, "outside of any span there is none");

    let traces = Arc::new(Mutex::new(Vec::new()));
    let note = traces.clone();
    let consumer = Consumer::group(unique("traced")).parking(Arc::new(NoParking)).on::<Traced, _>(
        move |_: Delivery<Traced>| {
            note.lock().expect("no panic").push(current_trace_id());
            ready(Outcome::Done)
        },
    );
    let running = Running::start(consumer, &bus);
    eventually("both are handled", async || traces.lock().expect("no panic").len() == 2).await;
    running.stop().await;
    let traces = traces.lock().expect("no panic");
    assert_eq!(traces[0], trace);
    assert!(traces[1].is_some() && traces[1] != trace, "a trace of its own");
}
