package care.baton.record;

import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.ownership.Member;
import care.baton.ownership.TeamEvent.CredentialRecorded;
import care.baton.party.Credential;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.pathway.Pathway;
import care.baton.pathway.RequiredCredential;
import care.baton.pathway.RoleDescription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What whoever is given a role, work or an offer must hold, valid at that instant. What they hold already stays with
 * them when it ends: nothing is left with nobody; somebody is warned of the end before it comes.
 */
final class OnCredential {

    private static final int LONGEST = 100;

    private OnCredential() {}

    static void record(Desk desk, Credential credential) {
        if (!desk.keepsRecord(desk.act().by().organization())) {
            desk.refuse(Reason.NOT_YOUR_TURN, "credentials/" + credential.kind());
            return;
        }
        desk.happens(new CredentialRecorded(credential));
        warn(desk);
    }

    /** A seat is given: every run that is open is asked what the role must hold. */
    static void mayTake(Desk desk, Holder seat, String path) {
        running(desk).forEach(run -> asks(desk, run.pathway, seat, path));
    }

    /** Work is given to a person: the run that owes it, or whose handoff does, is asked. */
    static void mayHold(Desk desk, Obligation owed, Optional<PersonId> person) {
        Holder holder = owed.holder().heldBy(person);
        String cause = owed.key().cause();
        running(desk)
                .filter(run -> Keys.cause(run.code).equals(cause) || isOfHandoff(desk, run.code, cause))
                .forEach(run -> asks(
                        desk, run.pathway, holder, "obligations/" + owed.key().kind()));
    }

    private static boolean isOfHandoff(Desk desk, Code run, String cause) {
        return desk.chart().handoffs().values().stream()
                .anyMatch(talks -> talks.id().value().equals(cause)
                        && desk.chart().places().get(talks.id()).equals(Optional.of(run)));
    }

    /** Refuses with each credential that is asked for and not held, or no longer valid. */
    static void asks(Desk desk, Pathway pathway, Holder holder, String path) {
        for (RequiredCredential asked : required(pathway, holder.role())) {
            Optional<Credential> held = desk.chart().team().credential(holder, asked.kind());
            String at = path + "/credentials/" + asked.kind();
            if (held.isEmpty()) {
                desk.draft().refuse(Refusal.of(Reason.CREDENTIAL_MISSING, at, asked.suppliers()));
            } else if (!held.get().holdsAt(desk.now())) {
                desk.draft()
                        .refuse(Refusal.of(Reason.CREDENTIAL_EXPIRED, at, asked.suppliers())
                                .at(held.get().until()));
            }
        }
    }

    private static List<RequiredCredential> required(Pathway pathway, Code role) {
        return pathway.roles().stream()
                .filter(r -> r.code().equals(role))
                .flatMap(r -> r.credentials().stream())
                .toList();
    }

    /** The end of each credential that a run asks of somebody on the team is due, from when that is known. */
    static void warn(Desk desk) {
        running(desk).toList().forEach(run -> {
            for (RoleDescription role : run.pathway.roles()) {
                for (RequiredCredential asked : role.credentials()) {
                    desk.chart().team().credentials().stream()
                            .filter(c -> c.kind().equals(asked.kind()) && c.holdsAt(desk.now()))
                            .filter(c -> isHeld(desk, c, role.code()))
                            .forEach(c -> warn(desk, run, asked, c));
                }
            }
        });
    }

    /** Another version may ask for others: what is warned of since. */
    static List<Key> moved(Desk desk, PathwayRun run) {
        List<Key> before = open(desk, run);
        warn(desk);
        return open(desk, run).stream().filter(key -> !before.contains(key)).toList();
    }

    private static List<Key> open(Desk desk, PathwayRun run) {
        return desk.owed().open().stream()
                .map(Obligation::key)
                .filter(key -> key.cause().equals(Keys.cause(run.run())) && isOfOne(desk.chart(), key))
                .toList();
    }

    private static boolean isHeld(Desk desk, Credential credential, Code role) {
        return desk.chart().team().members().stream()
                .filter(m -> !m.left())
                .map(Member::seat)
                .anyMatch(seat -> seat.role().equals(role) && credential.covers(seat));
    }

    /** Once for each end: a renewal takes the place of what was owed. */
    private static void warn(Desk desk, Running run, RequiredCredential asked, Credential credential) {
        if (asked.expiry().isEmpty()) {
            return;
        }
        Key first = Key.of(Keys.cause(run.code), asked.expiry().get().kind(), subject(credential));
        if (!OnExpiry.isKnown(desk, first, credential.until())) {
            OnExpiry.owe(desk, run.code, run.pathway, asked.expiry().get(), subject(credential), credential.until());
        }
    }

    /** Whether it is the end of a credential, or word of it to those who hear when that is late. */
    static boolean isOfOne(Chart chart, Key key) {
        return chart.team().credentials().stream()
                .map(OnCredential::subject)
                .anyMatch(end -> key.subject().equals(end) || key.subject().contains(":" + end));
    }

    private static String subject(Credential credential) {
        String whole = credential.kind() + ":" + credential.organization().value()
                + credential.person().map(p -> ":" + p.value()).orElse("");
        return whole.length() <= LONGEST
                ? whole
                : Digest.of(whole.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** A run that is open, with its definition. */
    private record Running(Code code, Pathway pathway) {}

    private static Stream<Running> running(Desk desk) {
        return desk.chart().runs().values().stream()
                .filter(PathwayRun::isOpen)
                .flatMap(run -> desk.rules().of(run).stream().map(p -> new Running(run.run(), p)));
    }
}
