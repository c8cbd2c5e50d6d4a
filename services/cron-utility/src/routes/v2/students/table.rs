use crate::{
    App,
    domain::{
        class::{Order, Selection},
        standing::Standing,
    },
    store::standings,
};
use access::Teacher;
use anyhow::Context;
use axum::{
    extract::State,
    http::{
        HeaderValue,
        header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
};
use chrono::SecondsFormat;
use web::ApiResult;

const COLUMNS: [&str; 13] = [
    "student_id",
    "needs",
    "due_today",
    "due_in_7_days",
    "answers",
    "correct",
    "answers_7_days",
    "minutes_7_days",
    "answers_30_days",
    "true_retention_30_days",
    "mistakes_30_days",
    "leeches",
    "last_active_at",
];

/// The teacher's own students as a table for a spreadsheet (CSV, RFC 4180), who needs help first.
///
/// A row a student; there are ids in it, codes, numbers and instants, no name and no other text. What has no value is empty.
/// Permission: teacher; each gets the students that they are linked to.
#[utoipa::path(
    get,
    path = "/students.csv",
    responses((
        status = 200,
        description = "The table, with its headings.",
        body = String,
        content_type = "text/csv",
        example = "student_id,needs,due_today,due_in_7_days,answers,correct,answers_7_days,minutes_7_days,answers_30_days,true_retention_30_days,mistakes_30_days,leeches,last_active_at\r\n0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10,inactive due-load,121,37,1240,1080,0,0,310,0.8812,24,2,2026-11-14T19:20:11.000Z\r\n"
    )),
    security(("accessToken" = ["teacher"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn table_of_students(State(app): State<App>, teacher: Teacher) -> ApiResult<Response> {
    let class = standings::class_of(&app, teacher.id).await?;
    let students = Order::default().arrange(class.standings, Selection::default(), None);

    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8; header=present")),
        (CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"students.csv\"")),
    ];
    Ok((headers, table(&students)?).into_response())
}

fn table(students: &[Standing]) -> anyhow::Result<Vec<u8>> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    for student in students {
        table.write_record(row(student))?;
    }
    table.into_inner().context("a table in memory")
}

fn row(student: &Standing) -> [String; COLUMNS.len()] {
    let needs: Vec<_> = student.needs.iter().map(|need| need.code().name()).collect();
    let count = |number: i64| number.max(0).to_string();
    [
        student.student_id.to_string(),
        needs.join(" "),
        count(student.due.today),
        count(student.due.coming.iter().sum()),
        count(student.answers),
        count(student.correct),
        count(student.week.answers),
        count(student.week.minutes()),
        count(student.month.answers),
        student.month.retention().map(|share| format!("{share:.4}")).unwrap_or_default(),
        count(student.month.mistakes.values().sum()),
        count(student.leeches),
        student.last_active_at.map(|at| at.to_rfc3339_opts(SecondsFormat::Millis, true)).unwrap_or_default(),
    ]
}
