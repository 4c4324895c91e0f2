namespace Medway.LocalOffer.Feedback.Data;

/// <summary>Rights that EF cannot say.</summary>
internal static class FeedbackSchema
{
    /// <summary>The public site adds votes and complaints and can read none; of this module it reads what is published.</summary>
    public const string GrownRights = """
        do $$
        begin
            if exists (select from pg_roles where rolname = 'web_public') then
                grant insert on feedback.page_votes, feedback.complaints, feedback.complaint_stages to web_public;
                grant usage on schema published to web_public;
                grant select on published.feedback_you_said to web_public;
            end if;
            if exists (select from pg_roles where rolname = 'web_private') then
                grant select, insert, update, delete on feedback.themes, feedback.page_votes, feedback.complaints, feedback.complaint_stages,
                    feedback.task_scripts, feedback.task_runs, feedback.survey_figures to web_private;
                grant usage on schema published to web_private;
                grant select, insert on published.feedback_you_said to web_private;
            end if;
        end
        $$;
        """;
}
