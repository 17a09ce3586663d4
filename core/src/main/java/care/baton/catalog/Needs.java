package care.baton.catalog;

import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.pathway.Field;
import care.baton.pathway.Holds;
import care.baton.pathway.Need;
import care.baton.pathway.Need.ApprovalNeed;
import care.baton.pathway.Need.DutyNeed;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Step;
import care.baton.time.DueRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is needed, in the words of the sources. */
final class Needs {

    /** Cannot proceed without the supervisor's approval while any of these four stands. */
    static final List<Code> APPROVAL_FLAGS = codes(
            "medication-uncertainty", "unsafe-mobility-support", "staffing-mismatch", "incomplete-care-instructions");

    private Needs() {}

    static Need supervisorApproval() {
        return new ApprovalNeed(Code.of("supervisor-approval"), Roles.only(Roles.SUPERVISOR), APPROVAL_FLAGS);
    }

    /** Something that must be said; "none" is not an answer. */
    static FieldNeed said(String field, Code... suppliers) {
        return new FieldNeed(Code.of(field), Roles.only(suppliers), Grade.RECORDED, false);
    }

    /** Something that must be said, where "none known" is an answer. */
    static FieldNeed orNone(String field, Code... suppliers) {
        return new FieldNeed(Code.of(field), Roles.only(suppliers), Grade.RECORDED, true);
    }

    /** Something that the one who is responsible for it must have confirmed. */
    static FieldNeed confirmed(String field, Code... suppliers) {
        return new FieldNeed(Code.of(field), Roles.only(suppliers), Grade.CONFIRMED, false);
    }

    /** Something that must be more than words: a role, an instant ahead or gone by, one of a closed list. */
    static FieldNeed holding(Holds holds, String field, Code... suppliers) {
        return new FieldNeed(Code.of(field), Roles.only(suppliers), Grade.RECORDED, false, Optional.of(holds));
    }

    /** One of a closed list, and nothing else. */
    static FieldNeed chosen(String field, Code supplier, String... values) {
        return holding(new Holds.OneOf(codes(values)), field, supplier);
    }

    /** When something happened: it cannot lie after its entry. */
    static FieldNeed happened(String field, Code... suppliers) {
        return holding(new Holds.Happened(), field, suppliers);
    }

    static Need done(String duty, Code role) {
        return new DutyNeed(Code.of(duty), Roles.only(role));
    }

    static Field before(Step step, FieldNeed need, Code chaser, DueRule within) {
        return new Field(need, step, chaser, within);
    }

    /** How the person's life was touched: one word of it in the course of a run is enough for each role that is asked. */
    static Field personImpact(Code chaser) {
        return before(Step.CLOSE, said("person-impact", chaser), chaser, Defaults.TWO_BUSINESS_DAYS);
    }

    static List<Code> codes(String... words) {
        return Stream.of(words).map(Code::of).toList();
    }
}
