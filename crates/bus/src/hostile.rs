//! Records that no honest producer writes.

use crate::consumer::record::{from_pairs, to_pairs};
use crate::headers::{Envelope, write};
use crate::{Outgoing, Rendition, framing};
use chrono::SubsecRound;
use rdkafka::message::{Header, OwnedHeaders};

/// All that may be said of an unreadable envelope: a name of ours and one of two words, nothing that was sent.
const SAID: [&str; 14] = [
    "header ce_id is missing",
    "header ce_id is unreadable",
    "header ce_subject is missing",
    "header ce_subject is unreadable",
    "header ce_sequence is missing",
    "header ce_sequence is unreadable",
    "header ce_time is missing",
    "header ce_time is unreadable",
    "header ce_dataref is unreadable",
    "header ce_datasize is missing",
    "header ce_datasize is unreadable",
    "header ce_datasha256 is missing",
    "header ce_datasha256 is unreadable",
    "header traceparent is unreadable",
];

/// One header a line, an empty line, the value. What is understood can be written, parked and read again with the same
/// meaning; what is not is told without a byte of it.
#[test]
fn fuzz_record() {
    fuzz::target!("record", |input| {
        let (head, value) = halves(input);
        let headers = headers_of(head);
        let unframed = framing::unframe(value);
        if let Some((schema, datum)) = unframed {
            assert_eq!(framing::frame(schema, datum), value);
        }
        let read = Envelope::read(&headers);
        assert_eq!(Envelope::read(&from_pairs(&to_pairs(&headers))), read, "parking changes nothing");
        match read {
            Err(error) => {
                let told = error.to_string();
                *SAID.iter().find(|said| **said == told).expect("a name of ours and what is wrong")
            }
            Ok(_) if unframed.is_none() => "not-framed",
            Ok(envelope) => {
                assert_eq!(Envelope::read(&again(&envelope)), Ok(in_milliseconds(envelope)));
                fuzz::ACCEPTED
            }
        }
    });
}

fn halves(input: &[u8]) -> (&[u8], &[u8]) {
    let end = input.windows(2).position(|pair| pair == b"\n\n");
    end.map_or((input, &[]), |end| (&input[..end], &input[end + 2..]))
}

fn headers_of(head: &[u8]) -> OwnedHeaders {
    let mut headers = OwnedHeaders::new();
    for line in head.split(|byte| *byte == b'\n') {
        let Some(colon) = line.iter().position(|byte| *byte == b':') else { continue };
        // Kafka's protocol has texts as names; librdkafka hands them over up to their first zero.
        let Ok(key) = std::str::from_utf8(&line[..colon]) else { continue };
        if !key.contains('\0') {
            headers = headers.insert(Header { key, value: Some(line[colon + 1..].trim_ascii_start()) });
        }
    }
    headers
}

/// The headers with which we would publish what an envelope says.
fn again(envelope: &Envelope) -> OwnedHeaders {
    let rendition = Rendition {
        topic: "vocab.progress.v1".into(),
        type_name: "tall.thematic_cards.CardReviewed".into(),
        key: "user-1".into(),
        payload: Vec::new(),
    };
    let outgoing = Outgoing {
        id: envelope.id,
        subject: envelope.subject.clone(),
        sequence: envelope.sequence,
        at: envelope.time,
        traceparent: envelope.traceparent.clone(),
        renditions: Vec::new(),
    };
    write(&outgoing, &rendition, envelope.claim.as_ref())
}

fn in_milliseconds(envelope: Envelope) -> Envelope {
    Envelope { time: envelope.time.trunc_subsecs(3), ..envelope }
}
