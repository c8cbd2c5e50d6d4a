#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod api;
mod client;
mod document;
mod error;
mod etag;
mod extract;
pub mod facts;
mod gate;
#[cfg(test)]
mod hostile;
pub mod key_ages;
mod layers;
pub mod offline;
pub mod outage;
mod page;
pub mod responses;
mod seen;
mod timestamp;
pub mod v1;
mod zone;

pub use api::{Api, ApiVersion};
pub use client::{ClientVersion, Platform, UnreadableVersion, Version, X_CLIENT_VERSION};
pub use document::text as openapi_text;
pub use error::{
    ApiError, ApiResult, Challenge, FieldError, PROBLEM_URN, Problem, RequiredUpdate, X_CLIENT_UPDATE,
};
pub use etag::{ETag, IfMatch, IfNoneMatch, Tagged};
pub use extract::{Json, Patch, Path, Query};
pub use gate::Gate;
pub use layers::{
    BODY_LIMIT, BODY_LIMIT_EXTENSION, ClientAddress, LayerSettings, Layers, NotAnOrigin, Origin, UserBuckets,
    admit, body_limit, concurrency, time_limit,
};
pub use page::{Cursors, Limit, Page};
pub use timestamp::Timestamp;
pub use zone::Zone;
