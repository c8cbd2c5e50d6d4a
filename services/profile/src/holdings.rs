//! What profile keeps of a person: an account without a name.

use crate::{App, commands, store::forgotten};
use events::pii::{ErasureRequested, Holding};
use ids::{ErasureId, UserId};
use subject::{Fate, Held, Holder, Table};

/// The accounts.
pub struct KeptAccounts {
    app: App,
}

impl KeptAccounts {
    /// All of them.
    pub const fn new(app: App) -> Self {
        Self { app }
    }
}

#[async_trait::async_trait]
impl Holder for KeptAccounts {
    fn held(&self) -> Vec<Held> {
        let held = |name, about| Held { name, about, fate: Fate::Erased };
        vec![
            held("users", "your account: your role, the language that you chose, your time zone"),
            held("sessions", "where you logged in, and until when"),
            held(
                "security_events",
                "your log-ins and what else happened to the security of your account, for ninety days",
            ),
            held(
                "passkeys",
                "your passkeys: what you called them, since when you have them, when you last used them",
            ),
            held("identities", "at which providers you are logged in to your account, and since when"),
            held("registrations", "when you registered"),
            held("teacher_students", "who teaches you, and whom you teach"),
            Held {
                name: "admin_actions",
                about: "what you did as an administrator, and what administrators did to your account",
                fate: Fate::Accountable,
            },
        ]
    }

    async fn export(&self, user: UserId) -> anyhow::Result<Vec<Table>> {
        let mut conn = self.app.pool.acquire().await?;
        Ok(vec![
            Table::of("users", forgotten::account(&mut conn, user).await?)?,
            Table::of("sessions", forgotten::sessions(&mut conn, user).await?)?,
            Table::of("security_events", forgotten::security_events(&mut conn, user).await?)?,
            Table::of("passkeys", forgotten::passkeys(&mut conn, user).await?)?,
            Table::of("identities", forgotten::identities(&mut conn, user).await?)?,
            Table::of("registrations", forgotten::registration(&mut conn, user).await?)?,
            Table::of("teacher_students", forgotten::links(&mut conn, user).await?)?,
            Table::of("admin_actions", forgotten::admin_actions(&mut conn, user).await?)?,
        ])
    }

    async fn erase(&self, user: UserId) -> anyhow::Result<Vec<Holding>> {
        let now = self.app.now();
        let erasure_id = ErasureId::v7(now, self.app.random.array());
        let asked = ErasureRequested {
            user_id: user,
            erasure_id,
            requested_by: user,
            requested_at: now,
            deadline_at: now,
        };
        let mut transaction = self.app.pool.begin().await?;
        let holdings = commands::forget_user(&self.app, &mut transaction, &asked).await?;
        transaction.commit().await?;
        Ok(holdings)
    }
}
