use crate::{
    App,
    commands::merge_words::{self, Sameness},
    routes::view::WordView,
};
use access::Student;
use axum::extract::State;
use ids::OwnWordId;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{
    ApiResult, Path, Query, Tagged,
    responses::{Conflict, NotFound},
};

/// Whether they are one word.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct MergeQuery {
    /// The student says that they are one word, also where lemma or kind differ.
    #[serde(default)]
    #[param(default = false)]
    same_word: bool,
}

impl MergeQuery {
    const fn sameness(&self) -> Sameness {
        if self.same_word { Sameness::Said } else { Sameness::Shown }
    }
}

/// Take another word over that is the same one.
///
/// This word gets the other's sentences, answers, tags, lists, and the forms and meanings that it lacks; where it stands
/// follows from the answers of both. The other is gone for good, and what a device answers to it later counts here. Safe to
/// repeat: twice is as good as once. Problems: `words-differ` when they have not one lemma, or are of different kinds, and
/// the student does not say `sameWord=true`; `word-merged` when one of them was taken over by a third;
/// `word-merged-with-itself`.
#[utoipa::path(
    put,
    path = "/words/{wordId}/merges/{otherId}",
    params(
        ("wordId" = OwnWordId, Path, description = "The word that stays."),
        ("otherId" = OwnWordId, Path, description = "The word that goes."),
        MergeQuery,
    ),
    responses((status = 200, description = "The word that stays.", body = WordView), NotFound, Conflict),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(word.id = %word_id))]
pub(crate) async fn merge_words(
    State(app): State<App>,
    student: Student,
    Path((word_id, other_id)): Path<(OwnWordId, OwnWordId)>,
    Query(query): Query<MergeQuery>,
) -> ApiResult<Tagged<WordView>> {
    let word = merge_words::merge(&app, student.id, word_id, other_id, query.sameness()).await?;

    Ok(WordView::tagged(&word))
}
