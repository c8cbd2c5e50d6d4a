//! Names for the refusals that an operation documents: `responses((status = 200, body = Topic), NotFound)`.
//!
//! Only what is particular to the operation needs naming. What follows from its shape (a body, a parameter,
//! a permission, `If-Match`) is added to the document by itself.

use std::collections::BTreeMap;

use utoipa::IntoResponses;
use utoipa::openapi::{Ref, RefOr, Response};

use crate::document::Shared;

macro_rules! named {
    ($($(#[$doc:meta])* $name:ident = $shared:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub enum $name {}

        impl IntoResponses for $name {
            fn responses() -> BTreeMap<String, RefOr<Response>> {
                let shared = Shared::$shared;
                let reference = RefOr::Ref(Ref::from_response_name(shared.name()));
                BTreeMap::from([(shared.status(), reference)])
            }
        }
    )*};
}

named! {
    /// 401 of an operation without a permission, such as a log-in.
    Unauthorized = Unauthorized;
    /// 403 of an operation without a permission.
    Forbidden = Forbidden;
    /// 404: absent, or not the caller's.
    NotFound = NotFound;
    /// 409: the state does not allow it.
    Conflict = Conflict;
    /// 422 of an operation that takes neither body nor parameters.
    Invalid = Invalid;
}
