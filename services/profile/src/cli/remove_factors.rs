use crate::{commands, start};
use boot::Context;
use clap::Args;
use ids::UserId;

/// Whose they are.
#[derive(Debug, Args)]
pub struct RemoveFactors {
    /// The id of the account.
    #[arg(long)]
    id: UserId,
}

/// Lets an administrator enrol anew whom no other administrator can free.
pub(super) async fn remove_factors(whose: RemoveFactors, context: &Context) -> anyhow::Result<()> {
    let (app, _) = start::assemble(context).await?;
    Ok(commands::remove_factors(&app, whose.id, None).await?)
}
