package care.baton.record;

import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Sensitive;
import care.baton.pathway.Holds;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Pathway;
import care.baton.pathway.RoleDescription;
import care.baton.record.RecordCommand.RecordFact;
import java.util.List;
import java.util.Optional;

/**
 * What a field says where its definition asks for more than words: one of the pathway's roles, one of a closed list, an
 * instant ahead, an instant gone by, or each of several things with one of a closed list.
 */
final class Fitting {

    private Fitting() {}

    static boolean fits(Desk desk, List<Pathway> running, RecordFact command) {
        if (command.value().isNone()) {
            return isNoPiece(desk, running, command);
        }
        for (Pathway pathway : running) {
            for (FieldNeed field : OnEvidence.fields(pathway, command.field())) {
                if (field.holds().isPresent()
                        && !fits(desk, roles(pathway), field.holds().get(), command)) {
                    return false;
                }
            }
        }
        List<Code> roles =
                running.stream().flatMap(p -> roles(p).stream()).distinct().toList();
        return desk.rules()
                .profile()
                .asked(command.field())
                .flatMap(FieldNeed::holds)
                .map(holds -> fits(desk, roles, holds, command))
                .orElse(true);
    }

    private static List<Code> roles(Pathway pathway) {
        return pathway.roles().stream().map(RoleDescription::code).toList();
    }

    /** A piece of evidence has a date: that there is none can be said of a field alone. */
    private static boolean isNoPiece(Desk desk, List<Pathway> running, RecordFact command) {
        boolean piece = running.stream()
                .flatMap(p -> p.evidence().stream())
                .anyMatch(e -> e.kind().equals(command.field()));
        if (piece) {
            desk.refuse(Reason.VALUE_MALFORMED, "facts/" + command.field());
        }
        return !piece;
    }

    /**
     * Where one of a list must be named, all of the list is named in the refusal, in its own order: the nearest would
     * say something of what was written.
     */
    private static boolean fits(Desk desk, List<Code> roles, Holds holds, RecordFact command) {
        String path = "facts/" + command.field();
        Optional<List<Code>> listed = listed(roles, holds);
        if (listed.isPresent() && !isOneOf(command.value(), listed.get())) {
            desk.draft().refuse(Refusal.of(Reason.NAME_UNKNOWN, path).instead(listed.get()));
            return false;
        }
        if (holds instanceof Holds.Linked linked && !holds.fits(command.value(), desk.now())) {
            desk.draft().refuse(Refusal.of(Reason.NAME_UNKNOWN, path).instead(linked.to()));
            return false;
        }
        if (!holds.fits(command.value(), desk.now())) {
            desk.refuse(reason(holds, command.value()), path);
            return false;
        }
        return true;
    }

    private static Optional<List<Code>> listed(List<Code> roles, Holds holds) {
        if (holds instanceof Holds.OneOf one) {
            return Optional.of(one.values());
        }
        return holds instanceof Holds.Role ? Optional.of(roles) : Optional.empty();
    }

    private static boolean isOneOf(Sensitive value, List<Code> listed) {
        return value.text()
                .filter(text -> listed.stream().anyMatch(one -> one.value().equals(text)))
                .isPresent();
    }

    /** An instant that lies after its entry has another fault than what is no instant. */
    private static Reason reason(Holds holds, Sensitive value) {
        boolean instant = value.text().flatMap(Holds::instant).isPresent();
        return holds instanceof Holds.Happened && instant ? Reason.IN_THE_FUTURE : Reason.VALUE_MALFORMED;
    }
}
