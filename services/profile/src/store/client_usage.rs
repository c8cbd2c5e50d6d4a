use chrono::NaiveDate;
use sqlx::PgConnection;

/// How often a client called profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientUsage {
    /// The version of the API that it called.
    pub api: String,
    /// Its platform and version.
    pub client: String,
    /// The last day that it did.
    pub last_day: NaiveDate,
    /// Requests that succeeded.
    pub requests: i64,
}

/// Adds requests of a day.
pub async fn add(
    conn: &mut PgConnection,
    day: NaiveDate,
    api: &str,
    client: &str,
    requests: i64,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into client_usage (day, api, client, requests) values ($1, $2, $3, $4)
         on conflict (day, api, client) do update set requests = client_usage.requests + excluded.requests",
        day,
        api,
        client,
        requests,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Who called since that day, the most first.
pub async fn since(conn: &mut PgConnection, day: NaiveDate) -> sqlx::Result<Vec<ClientUsage>> {
    sqlx::query_as!(
        ClientUsage,
        r#"select api, client, max(day) as "last_day!", sum(requests)::bigint as "requests!"
           from client_usage where day >= $1
           group by api, client
           order by api, sum(requests) desc, client"#,
        day,
    )
    .fetch_all(conn)
    .await
}
