//! Tells users at once what they have not asked for.
//!
//! Every instance follows the topics by itself and keeps the publications of the last days in memory: the topic is the
//! store. Whoever comes back is told what they missed; whoever listens is told as it happens.

use crate::{
    config::NoticesConfig,
    domain::notice::{ContentNotice, Listener, Notice, PolicyNotice},
};
use anyhow::Context as _;
use boot::Clock;
use bus::{Bus, Delivery, Follower, Start};
use chrono::{DateTime, TimeDelta, Utc};
use events::{
    admin::ContentUpdated,
    profile::{AccessChanged, ClientPolicyChanged},
};
use ids::{EventId, UserId};
use prometheus::{IntCounterVec, IntGauge, Opts, Registry};
use std::{
    collections::{BTreeMap, HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::sync::broadcast::{self, error::RecvError};
use web::{ApiError, ApiResult};

/// How long a publication is told to those who were away.
const KEPT: TimeDelta = TimeDelta::days(30);
/// Publications kept; the oldest make room.
const MOST_KEPT: usize = 1000;
/// Publications told at once to those who were away; the latest ones.
const MOST_MISSED: usize = 200;
/// Partitions are read side by side: what was written before another may be read after it, by less than this.
const OVERLAP: TimeDelta = TimeDelta::minutes(1);
/// Notices that a reader may be behind before it is told that it lacks some.
const AHEAD: usize = 256;
/// When to come back for who may not listen now.
const RETRY: Duration = Duration::from_secs(60);

/// The notices of this instance. Clones are the same.
#[derive(Clone)]
pub struct Notices(Arc<Board>);

struct Board {
    state: Mutex<State>,
    live: broadcast::Sender<Notice>,
    config: NoticesConfig,
    clock: Arc<dyn Clock>,
    streams: IntGauge,
    told: IntCounterVec,
    refused: IntCounterVec,
}

#[derive(Default)]
struct State {
    /// By id, which begins with the time.
    content: BTreeMap<EventId, Arc<ContentNotice>>,
    /// Streams by user.
    listening: HashMap<UserId, usize>,
}

impl Notices {
    /// Nothing was told yet.
    ///
    /// # Errors
    /// The metrics are registered already.
    pub fn new(
        config: NoticesConfig,
        clock: Arc<dyn Clock>,
        metrics: &Registry,
    ) -> Result<Self, prometheus::Error> {
        let streams = IntGauge::new("lobby_notice_streams", "Streams of notices that are open.")?;
        let told = Opts::new("lobby_notices_total", "Notices that this instance took up, by kind.");
        let told = IntCounterVec::new(told, &["kind"])?;
        let refused = Opts::new("lobby_notice_streams_refused_total", "Streams that were refused, by limit.");
        let refused = IntCounterVec::new(refused, &["limit"])?;
        metrics.register(Box::new(streams.clone()))?;
        metrics.register(Box::new(told.clone()))?;
        metrics.register(Box::new(refused.clone()))?;
        let (live, _) = broadcast::channel(AHEAD);
        Ok(Self(Arc::new(Board { state: Mutex::default(), live, config, clock, streams, told, refused })))
    }

    /// Follows the topics until the process ends. The service is ready when the publications of the last days are read, or
    /// cannot be had in five seconds.
    ///
    /// # Errors
    /// The configuration cannot work.
    pub fn follow(&self, context: &boot::Context, bus: &Bus) -> anyhow::Result<()> {
        let now = self.0.clock.now();
        let (content, live) = (self.clone(), self.clone());
        let published = Follower::from(Start::At(now - KEPT))
            .on(move |published: Delivery<ContentUpdated>| content.publish(&published))
            .connect(bus)
            .context("the follower of content")?;
        let access = live.clone();
        let changed = Follower::from(Start::At(now))
            .on(move |changed: Delivery<ClientPolicyChanged>| live.change_policy(&changed.event))
            .on(move |changed: Delivery<AccessChanged>| access.change_access(&changed.event))
            .connect(bus)
            .context("the follower of access")?;

        let meanwhile = "notices of the last days are told when they can be read";
        published.keep_from_start(context, "notices of content", meanwhile);
        changed.keep(context, "notices of access");
        Ok(())
    }

    /// A version of an item was published. A repeat changes nothing.
    pub fn publish(&self, published: &Delivery<ContentUpdated>) {
        let Some(notice) = ContentNotice::of(published.id, &published.event) else { return };
        let notice = Arc::new(notice);
        let mut state = self.state();
        if state.content.insert(notice.id, notice.clone()).is_none() {
            state.make_room(self.0.clock.now());
            self.tell(Notice::ContentUpdated(notice));
        }
    }

    /// Other versions of a client are let in.
    pub fn change_policy(&self, changed: &ClientPolicyChanged) {
        if let Some(policy) = PolicyNotice::of(changed) {
            self.tell(Notice::ClientPolicyChanged(policy));
        }
    }

    /// A user may open something else.
    pub fn change_access(&self, changed: &AccessChanged) {
        self.tell(Notice::AccessChanged(changed.user_id));
    }

    fn tell(&self, notice: Notice) {
        self.0.told.with_label_values(&[notice.kind()]).inc();
        // Nobody may be listening.
        let _listeners = self.0.live.send(notice);
    }

    /// What was published since the notice `after`, or in all the last days, the earliest first; the latest 200. A minute
    /// before `after` is told again: whoever keeps ids knows a repeat.
    pub fn since(&self, after: Option<EventId>) -> Vec<Arc<ContentNotice>> {
        self.state().since(after, self.0.clock.now())
    }

    /// Listens from now on, after what was published since `after`.
    ///
    /// # Errors
    /// As many listen as may: 429 for this user, 503 for all.
    pub fn listen(&self, listener: Listener, after: Option<EventId>) -> ApiResult<Listening> {
        let mut state = self.state();
        let config = &self.0.config;
        if state.listening.values().sum::<usize>() >= config.streams {
            self.0.refused.with_label_values(&["all"]).inc();
            return Err(ApiError::unavailable(RETRY));
        }
        let own = state.listening.entry(listener.user).or_default();
        if *own >= config.streams_per_user {
            self.0.refused.with_label_values(&["user"]).inc();
            return Err(ApiError::too_many_requests(RETRY));
        }
        *own += 1;
        self.0.streams.inc();
        // Nothing is told while the state is held, so that nothing is told twice or not at all.
        let now = self.0.clock.now();
        let missed = after.map(|after| state.since(Some(after), now)).unwrap_or_default();
        let from_now = Notice::Listening(EventId::v7(now, [0; 10]));
        let first = missed.into_iter().map(Notice::ContentUpdated).chain([from_now]).collect();
        Ok(Listening { listener, first, live: self.0.live.subscribe(), board: self.clone() })
    }

    /// Time between two looks at whether the token of a stream still holds.
    pub fn look_again(&self) -> Duration {
        self.0.config.look_again()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn make_room(&mut self, now: DateTime<Utc>) {
        while let Some(oldest) = self.content.first_entry()
            && (oldest.get().published_at < now - KEPT)
        {
            oldest.remove();
        }
        while self.content.len() > MOST_KEPT {
            self.content.pop_first();
        }
    }

    fn since(&self, after: Option<EventId>, now: DateTime<Utc>) -> Vec<Arc<ContentNotice>> {
        let from = after.map_or(now - KEPT, |after| time_of(after) - OVERLAP);
        let mut latest: Vec<_> = self
            .content
            .range(EventId::v7(from, [0; 10])..)
            .filter(|(id, _)| Some(**id) != after)
            .map(|(_, notice)| notice.clone())
            .rev()
            .take(MOST_MISSED)
            .collect();
        latest.reverse();
        latest
    }
}

/// When the event with this id happened (RFC 9562, version 7); of any other id, never.
fn time_of(id: EventId) -> DateTime<Utc> {
    let seconds = id.as_uuid().get_timestamp().map(|time| time.to_unix().0);
    seconds.and_then(|seconds| DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)).unwrap_or_default()
}

/// Somebody who listens; their place is free when this is dropped.
pub struct Listening {
    listener: Listener,
    first: VecDeque<Notice>,
    live: broadcast::Receiver<Notice>,
    board: Notices,
}

impl Listening {
    /// The next notice that is theirs. Nothing is lost when it is dropped while it waits.
    pub async fn next(&mut self) -> Notice {
        loop {
            let notice = match self.first.pop_front() {
                Some(notice) => notice,
                None => match self.live.recv().await {
                    Ok(notice) => notice,
                    Err(RecvError::Lagged(_)) => Notice::Missed,
                    Err(RecvError::Closed) => std::future::pending().await,
                },
            };
            if notice.concerns(&self.listener) {
                return notice;
            }
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let mut state = self.board.state();
        if let Some(own) = state.listening.get_mut(&self.listener.user) {
            *own -= 1;
            if *own == 0 {
                state.listening.remove(&self.listener.user);
            }
        }
        self.board.0.streams.dec();
    }
}
