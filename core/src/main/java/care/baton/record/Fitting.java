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
import java.util.stream.Stream;

/**
 * What a field says where its definition asks for more than words: one of the pathway's roles, one of a closed list, an
 * instant ahead, an instant gone by, or each of several things with one of a closed list.
 */
final class Fitting {

    private Fitting() {}

    /** What is wrong with what is said of a field, by these definitions and by what is asked about the person. */
    static Optional<Refusal> fault(Desk desk, List<Pathway> asking, RecordFact command) {
        if (command.value().isNone()) {
            return isPiece(asking, command.field())
                    ? Optional.of(Refusal.of(Reason.NOT_AN_INSTANT, path(command)))
                    : Optional.empty();
        }
        Stream<Optional<Refusal>> asked = asking.stream()
                .flatMap(pathway -> OnEvidence.fields(pathway, command.field()).stream()
                        .flatMap(field -> field.holds().stream())
                        .map(holds -> fault(desk, roles(pathway), holds, command)));
        List<Code> everybody =
                asking.stream().flatMap(p -> roles(p).stream()).distinct().toList();
        Stream<Optional<Refusal>> ofThePerson =
                desk.rules().profile().asked(command.field()).flatMap(FieldNeed::holds).stream()
                        .map(holds -> fault(desk, everybody, holds, command));
        return Stream.concat(asked, ofThePerson).flatMap(Optional::stream).findFirst();
    }

    private static String path(RecordFact command) {
        return "facts/" + command.field();
    }

    private static List<Code> roles(Pathway pathway) {
        return pathway.roles().stream().map(RoleDescription::code).toList();
    }

    /** A piece of evidence has a date: that there is none can be said of a field alone. */
    private static boolean isPiece(List<Pathway> asking, Code field) {
        return asking.stream()
                .flatMap(p -> p.evidence().stream())
                .anyMatch(e -> e.kind().equals(field));
    }

    /**
     * Where one of a list must be named, all of the list is named in the refusal, in its own order: the nearest would
     * say something of what was written.
     */
    private static Optional<Refusal> fault(Desk desk, List<Code> roles, Holds holds, RecordFact command) {
        Optional<List<Code>> listed = listed(roles, holds);
        if (listed.isPresent() && !isOneOf(command.value(), listed.get())) {
            return Optional.of(Refusal.of(Reason.NAME_UNKNOWN, path(command)).instead(listed.get()));
        }
        if (holds.fits(command.value(), desk.now())) {
            return Optional.empty();
        }
        return Optional.of(
                holds instanceof Holds.Linked linked
                        ? Refusal.of(Reason.NAME_UNKNOWN, path(command)).instead(linked.to())
                        : Refusal.of(reason(holds, command.value()), path(command)));
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

    /** An instant on the wrong side of its entry has another fault than what is no instant. */
    private static Reason reason(Holds holds, Sensitive value) {
        if (value.text().flatMap(Holds::instant).isEmpty()) {
            return Reason.NOT_AN_INSTANT;
        }
        return holds instanceof Holds.Happened ? Reason.IN_THE_FUTURE : Reason.DUE_IN_THE_PAST;
    }
}
