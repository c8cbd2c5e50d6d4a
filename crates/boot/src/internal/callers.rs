//! Who gets in at which listener.

use super::PeerName;
use anyhow::bail;

/// Whose certificate names it: `gateway.tall.internal`. No service bears the name.
const GATEWAY: &str = "gateway";

/// Those whose certificates open a listener.
#[derive(Clone, Copy)]
pub(crate) enum Callers {
    /// The gateway and nobody else: the API's.
    Gateway,
    /// Every service, and not the gateway: what services ask of each other.
    Services,
}

impl Callers {
    /// The listener in metrics and logs.
    pub(crate) const fn listener(self) -> &'static str {
        match self {
            Self::Gateway => "http",
            Self::Services => "internal",
        }
    }

    /// Which service calls, where a service may.
    pub(crate) fn admit(self, caller: PeerName) -> anyhow::Result<Option<PeerName>> {
        match (self, caller.as_str() == GATEWAY) {
            (Self::Gateway, true) => Ok(None),
            (Self::Services, false) => Ok(Some(caller)),
            (Self::Gateway, false) => bail!("{caller} is not the gateway"),
            (Self::Services, true) => bail!("the gateway is no service"),
        }
    }
}
