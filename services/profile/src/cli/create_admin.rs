use crate::{
    App,
    commands::{self, AddressProof, Registering},
    credentials::blind_index,
    domain::{EmailAddress, Password, PersonName, Registration, TimeZone},
    start,
    store::users,
};
use anyhow::{Context as _, ensure};
use boot::Context;
use clap::Args;
use events::{Language, profile::Role};
use ids::UserId;
use secrecy::SecretString;
use std::io::{Read, Write};

/// Longer than any password, and than anything else that should be on the standard input.
const LONGEST_INPUT: u64 = 4096;

/// Who it is.
#[derive(Debug, Args)]
pub struct CreateAdmin {
    /// Where mail reaches them, and what they log in with.
    #[arg(long)]
    email: String,
    /// For pii.
    #[arg(long)]
    given_name: String,
    /// For pii.
    #[arg(long)]
    family_name: String,
    /// `nl`, `en` or `ru`.
    #[arg(long, default_value = "nl")]
    interface_language: Language,
}

/// Makes the first technical administrator; nobody else can. Every later one is made by an earlier one.
///
/// Doing it again for the same address changes nothing, so that provisioning can be repeated.
pub(super) async fn create_admin(admin: CreateAdmin, context: &Context) -> anyhow::Result<()> {
    let registration = admin.parse(read_password()?)?;
    let (app, _) = start::assemble(context).await?;
    let id = first_admin(&app, &registration).await?;
    writeln!(std::io::stdout(), "{id}")?;
    Ok(())
}

/// The id of the first administrator: made now, or before with this address. An error once there is another.
pub async fn first_admin(app: &App, registration: &Registration) -> anyhow::Result<UserId> {
    match existing(app, registration).await? {
        Some(id) => Ok(id),
        None => create(app, registration).await,
    }
}

impl CreateAdmin {
    fn parse(&self, password: SecretString) -> anyhow::Result<Registration> {
        Ok(Registration {
            email: EmailAddress::parse(&self.email)?,
            password: Password::parse(&password)?,
            given_name: PersonName::parse(&self.given_name)?,
            family_name: PersonName::parse(&self.family_name)?,
            interface_language: self.interface_language,
            time_zone: TimeZone::default(),
        })
    }
}

/// One line, without its end.
fn read_password() -> anyhow::Result<SecretString> {
    let mut text = String::new();
    std::io::stdin().take(LONGEST_INPUT).read_to_string(&mut text).context("the password on stdin")?;
    text.truncate(text.trim_end_matches(['\r', '\n']).len());
    Ok(text.into())
}

/// The administrator of this address, if there is one; an error if there is another, or another kind of account.
async fn existing(app: &App, registration: &Registration) -> anyhow::Result<Option<UserId>> {
    let mut conn = app.pool.acquire().await?;
    let addresses = blind_index::addresses(&registration.email, &app.keys.email_index.now());
    let Some(credentials) = users::credentials(&mut conn, &addresses).await? else {
        let others = users::count_technical_admins(&mut conn, None).await?;
        ensure!(others == 0, "there is a technical administrator already, who can give the role to others");
        return Ok(None);
    };
    let user = users::find(&mut conn, credentials.id).await?.context("the account is gone")?;
    ensure!(user.role == Role::TechnicalAdmin, "this address has an account of another role");
    Ok(Some(user.id))
}

async fn create(app: &App, registration: &Registration) -> anyhow::Result<UserId> {
    let id = UserId::v7(app.now(), app.random.array());
    let proof = AddressProof::ByOperator;
    match commands::register(app, id, Role::TechnicalAdmin, registration, proof).await? {
        Registering::First(registered) | Registering::Again(registered) => Ok(registered.id),
    }
}
