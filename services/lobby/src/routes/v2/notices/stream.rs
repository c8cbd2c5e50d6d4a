use super::view::NoticeView;
use crate::{
    App,
    domain::notice::{Listener, Notice},
    notices::Listening,
};
use access::AnyUser;
use axum::{
    Error,
    extract::State,
    http::HeaderMap,
    response::sse::{Event, KeepAlive, Sse},
};
use futures::stream::{self, Stream};
use ids::EventId;
use std::time::Duration;
use web::{ApiError, ApiResult, ClientVersion};

const LAST_EVENT_ID: &str = "last-event-id";

/// A connection on which nothing is said is taken for dead by whatever stands between.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);

/// What the user should know, as it happens.
///
/// Permission: every role; each is told what is their business. A stream of server-sent events: `data` is the notice, and
/// content has an `id` to go on from with `Last-Event-ID`, at least once. It ends when the access token expires or is
/// revoked, and when the service stops: come back with a new token. A user has eight streams at most. The first notice of
/// all is `listening`, after those that were missed.
#[utoipa::path(
    get,
    path = "/notices/stream",
    params(("Last-Event-ID" = Option<EventId>, Header, description = "The last notice that is known.")),
    responses((
        status = 200, description = "Notices, until the token is over.",
        body = NoticeView, content_type = "text/event-stream",
    )),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn stream_notices(
    State(app): State<App>,
    user: AnyUser,
    headers: HeaderMap,
) -> ApiResult<Sse<impl Stream<Item = Result<Event, Error>>>> {
    let client = ClientVersion::read(&headers)?;
    let listener =
        Listener { user: user.id, role: user.role, platform: client.map(|client| client.platform) };
    let listening = app.notices.listen(listener, last_event(&headers)?)?;

    let notices = stream::unfold((app, user, listening), async |(app, user, mut listening)| {
        let notice = next(&app, &user, &mut listening).await?;
        Some((event(&notice), (app, user, listening)))
    });
    Ok(Sse::new(notices).keep_alive(KeepAlive::new().interval(SIGN_OF_LIFE)))
}

fn last_event(headers: &HeaderMap) -> ApiResult<Option<EventId>> {
    let Some(value) = headers.get(LAST_EVENT_ID) else { return Ok(None) };
    let known = value.to_str().ok().and_then(|text| text.parse().ok());
    known.map(Some).ok_or_else(|| {
        ApiError::invalid_field("header:last-event-id", "not-an-id", "Expected the `id` of a notice.")
    })
}

/// The next notice, or none when the stream is over.
async fn next(app: &App, user: &AnyUser, listening: &mut Listening) -> Option<Notice> {
    loop {
        tokio::select! {
            biased;
            () = app.stop.cancelled() => return None,
            notice = listening.next() => return app.verifier.still_admits(user).then_some(notice),
            () = tokio::time::sleep(app.notices.look_again()) => {
                if !app.verifier.still_admits(user) {
                    return None;
                }
            }
        }
    }
}

fn event(notice: &Notice) -> Result<Event, Error> {
    let event = Event::default().json_data(NoticeView::from(notice))?;
    Ok(match notice {
        Notice::Listening(id) => event.id(id.to_string()),
        Notice::ContentUpdated(content) => event.id(content.id.to_string()),
        _ => event,
    })
}
