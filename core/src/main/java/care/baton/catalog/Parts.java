package care.baton.catalog;

import care.baton.outcome.Code;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Duty;
import care.baton.pathway.EvidenceKind;
import care.baton.pathway.Field;
import care.baton.pathway.Gate;
import care.baton.pathway.Need;
import care.baton.pathway.Need.ApprovalNeed;
import care.baton.pathway.Notice;
import care.baton.pathway.Responsibilities;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import care.baton.pathway.Topic;
import care.baton.time.DueRule;
import java.util.List;
import java.util.stream.Stream;

/** How the parts of a shipped pathway are put together. */
final class Parts {

    private Parts() {}

    /** Who records, decides, escalates, closes and validates; whoever validates is another person than who closes. */
    static Responsibilities five(Code records, Code decides, Code escalates, Code closes, Code validates) {
        return new Responsibilities(records, decides, escalates, closes, validates, true);
    }

    /** A stage that somebody is at work on within four hours and that the access lead reviews. */
    static Stage stage(
            String code,
            Code owner,
            Code form,
            String evidence,
            DueRule due,
            Code ladder,
            List<Field> fields,
            List<Gate> gates,
            List<Duty> duties) {
        return new Stage(
                Code.of(code),
                owner,
                form,
                Code.of(evidence),
                due,
                Defaults.ATTENDED,
                ladder,
                Roles.ACCESS_LEAD,
                fields,
                gates,
                duties);
    }

    static Duty work(String kind, Code role, DueRule due, Code ladder, Need... proof) {
        return new Duty(Code.of(kind), role, due, ladder, List.of(proof));
    }

    static Gate gate(String code, Step before, Need... needs) {
        return new Gate(Code.of(code), before, List.of(needs));
    }

    /** While any of these warnings stands, that role has approved exactly that. */
    static Need approval(String item, Code role, String... flags) {
        return new ApprovalNeed(Code.of(item), Roles.only(role), Needs.codes(flags));
    }

    static EvidenceKind filed(String kind, Code... suppliers) {
        return new EvidenceKind(Code.of(kind), List.of(suppliers));
    }

    static Notice notice(String topic, Code notifier, DueRule within, Code... recipients) {
        return new Notice(Code.of(topic), notifier, List.of(recipients), within);
    }

    /** The conditions under which the guide's topics go further up, and the warnings that call for an approval. */
    static List<Code> flags(DecisionGuide guide, String... warnings) {
        return Stream.concat(
                        Needs.codes(warnings).stream(), guide.topics().stream().map(Topic::escalatesWhen))
                .distinct()
                .toList();
    }
}
