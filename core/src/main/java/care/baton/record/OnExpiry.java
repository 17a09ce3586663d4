package care.baton.record;

import care.baton.evidence.AbsentReason;
import care.baton.evidence.Fact;
import care.baton.obligation.Ending;
import care.baton.obligation.Key;
import care.baton.obligation.Lacking;
import care.baton.obligation.Obligation;
import care.baton.obligation.Opening;
import care.baton.outcome.Code;
import care.baton.pathway.Expiry;
import care.baton.pathway.Field;
import care.baton.pathway.Holds;
import care.baton.pathway.Need;
import care.baton.pathway.Pathway;
import care.baton.pathway.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What falls due at the instant that a field holds: owed from when that is known, and anew when the date changes. */
final class OnExpiry {

    private static final Code NO_DATE = Code.of("no-date");

    private OnExpiry() {}

    /**
     * A field is said: wherever a run has come to the stage that asks for it. A run that is closed owes nothing more,
     * since its outcome has ended.
     */
    static void said(Desk desk, Code field) {
        for (PathwayRun run : desk.chart().runs().values()) {
            desk.rules()
                    .of(run)
                    .ifPresent(p -> p.stages().stream()
                            .filter(s ->
                                    run.left().contains(s.code()) || run.stage().equals(Optional.of(s.code())))
                            .filter(s -> s.fields().stream().anyMatch(f -> expires(f, field)))
                            .forEach(s -> {
                                fallsDue(desk, run.run(), p, s, field);
                                fallsDueNoMore(desk, run.run(), s, field);
                            }));
        }
    }

    /** It was said expressly that there is no such date: what was owed at the earlier one is not owed any more. */
    private static void fallsDueNoMore(Desk desk, Code run, Stage stage, Code code) {
        boolean none = desk.chart()
                .evidence()
                .fact(code)
                .filter(fact -> fact.value().isNone()
                        && fact.absent().map(AbsentReason::isAnswer).orElse(true))
                .isPresent();
        if (none) {
            stage.fields().stream()
                    .filter(field -> expires(field, code))
                    .filter(field -> isFirm(desk, run, field))
                    .flatMap(field -> field.expiry().stream())
                    .flatMap(expiry -> desk.owed().openOf(Keys.cause(run), expiry.kind()).stream())
                    .map(Obligation::key)
                    .filter(key -> key.subject().equals(code.value()))
                    .forEach(key -> desk.release(key, NO_DATE));
        }
    }

    private static boolean expires(Field field, Code code) {
        return field.expiry().isPresent() && field.code().equals(code);
    }

    /** Whether it falls due at a date that was said, of a field or of a credential; other work of its kind does not. */
    static boolean isDated(Pathway pathway, Key key) {
        return !key.subject().equals(Keys.DUTY.value())
                && Stream.concat(
                                pathway.stages().stream()
                                        .flatMap(s -> s.fields().stream())
                                        .flatMap(f -> f.expiry().stream()),
                                pathway.roles().stream()
                                        .flatMap(r -> r.credentials().stream())
                                        .flatMap(c -> c.expiry().stream()))
                        .map(Expiry::kind)
                        .anyMatch(key.kind()::equals);
    }

    /**
     * The last instant before the date was said by which it is owed, said again or not; or before it was owed, where no
     * field says that date. The earliest for what is owed by no date.
     */
    static Instant beforeSaid(Chart chart, Obligation owed) {
        String subject = owed.key().subject();
        if (ByHand.not(owed) || subject.equals(Keys.DUTY.value())) {
            return Instant.MIN;
        }
        Instant since = owed.since();
        boolean says = false;
        for (Fact fact : said(chart, subject)) {
            boolean still = instant(fact).equals(Optional.of(owed.due()));
            since = still && !says ? fact.at() : since;
            says = still;
        }
        return since.minusNanos(1);
    }

    private static List<Fact> said(Chart chart, String subject) {
        return Code.isCode(subject)
                ? chart.evidence().versions(Code.of(subject)).stream()
                        .filter(Fact::counts)
                        .toList()
                : List.of();
    }

    /** A stage begins, and some of its dates are known already. */
    static void entered(Desk desk, Code run, Pathway pathway, Stage stage) {
        stage.fields().forEach(field -> fallsDue(desk, run, pathway, stage, field.code()));
    }

    /** Another version asks for it where the run has come already: a date that is known falls due by it. */
    static List<Key> moved(Desk desk, PathwayRun run, Pathway from, Pathway to) {
        List<Key> before = open(desk, run);
        to.stages().stream()
                .filter(s -> run.left().contains(s.code()) || run.stage().equals(Optional.of(s.code())))
                .forEach(s -> s.fields().stream()
                        .filter(f -> f.expiry().isPresent())
                        .filter(f -> from.stage(s.code()).stream()
                                .flatMap(was -> was.fields().stream())
                                .noneMatch(was -> was.code().equals(f.code())
                                        && was.expiry().equals(f.expiry())))
                        .forEach(f -> fallsDue(desk, run.run(), to, s, f.code())));
        return open(desk, run).stream().filter(k -> !before.contains(k)).toList();
    }

    private static List<Key> open(Desk desk, PathwayRun run) {
        return desk.owed().open().stream()
                .map(Obligation::key)
                .filter(k -> k.cause().equals(Keys.cause(run.run())))
                .toList();
    }

    private static void fallsDue(Desk desk, Code run, Pathway pathway, Stage stage, Code code) {
        for (Field field : stage.fields()) {
            if (expires(field, code)) {
                Expiry expiry = field.expiry().orElseThrow();
                Instant since = new OnChart(desk.chart(), run).since();
                desk.chart()
                        .evidence()
                        .fact(code)
                        .filter(fact -> fact.at().isAfter(since))
                        .flatMap(OnExpiry::instant)
                        .filter(due -> isFirm(desk, run, field) || isNoLater(desk, run, expiry, code, due))
                        .filter(due -> !isKnown(desk, Key.of(Keys.cause(run), expiry.kind(), code.value()), due))
                        .ifPresent(due -> owe(desk, run, pathway, expiry, code.value(), due));
            }
        }
    }

    /** It is owed for that very instant, or was, and nothing has been owed for another since. */
    static boolean isKnown(Desk desk, Key first, Instant due) {
        boolean known = false;
        for (Key key = first; desk.owed().get(key).isPresent(); key = key.again()) {
            known = desk.owed().get(key).orElseThrow().due().equals(due);
        }
        return known;
    }

    /** It is said as firmly, and by whom, as the field asks for; what is only let pass is not. */
    private static boolean isFirm(Desk desk, Code run, Field field) {
        List<Need> need = List.of(field.need());
        return desk.lacking(need, run).isEmpty()
                && Lacking.waived(need, desk.known(run), desk.now()).isEmpty();
    }

    /** What is only heard puts nothing off that is owed already. */
    private static boolean isNoLater(Desk desk, Code run, Expiry expiry, Code code, Instant due) {
        return desk.owed().openOf(Keys.cause(run), expiry.kind()).stream()
                .filter(owed -> owed.key().subject().equals(code.value()))
                .noneMatch(owed -> owed.due().isBefore(due));
    }

    static void owe(Desk desk, Code run, Pathway pathway, Expiry expiry, String subject, Instant due) {
        Optional<Obligation> old = desk.owed().openOf(Keys.cause(run), expiry.kind()).stream()
                .filter(o -> o.key().subject().equals(subject))
                .findFirst();
        Instant by = due.isBefore(desk.now()) ? desk.now() : due;
        Opening work = Opening.of(
                        Key.of(Keys.cause(run), expiry.kind(), subject),
                        Optional.of(Keys.outcome(run)),
                        desk.seat(expiry.role()),
                        desk.seat(pathway.owner()),
                        by,
                        desk.route(pathway.ladder(expiry.ladder())))
                .proving(expiry.proof());
        while (desk.owed().get(work.key()).isPresent()) {
            work = work.under(work.key().again());
        }
        desk.owe(work);
        Opening next = work;
        old.ifPresent(o -> desk.draft()
                .addAll(Ending.replaced(
                        desk.owed(),
                        o.key(),
                        next.key(),
                        desk.now(),
                        desk.rules().calendar())));
    }

    private static Optional<Instant> instant(Fact fact) {
        return fact.value().text().flatMap(Holds::instant);
    }
}
