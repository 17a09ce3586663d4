package care.baton.record;

import care.baton.evidence.Evidence;
import care.baton.evidence.Fact;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Opening;
import care.baton.outcome.Code;
import care.baton.pathway.Holds;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Notice;
import care.baton.pathway.Pathway;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who is told of a decision, a warning or a word. Telling moves nothing: it is owed beside what is held. */
final class OnNotice {

    private static final Code IN_ERROR = Code.of("said-in-error");

    private OnNotice() {}

    /** A topic is decided: each time, even where the last word of it is still to be told. */
    static void decided(Desk desk, Code run, Pathway pathway, Code topic) {
        words(desk, run, pathway, n -> n.topic().equals(topic)).forEach(word -> {
            Opening told = word;
            while (desk.owed().get(told.key()).isPresent()) {
                told = told.under(told.key().again());
            }
            desk.owe(told);
        });
    }

    /** A warning is raised: once while it is to be told. */
    static void raised(Desk desk, Code run, Pathway pathway, Code flag) {
        words(desk, run, pathway, n -> n.raisedBy().equals(Optional.of(flag))).forEach(desk::oweAgain);
    }

    /** A run begins, and what it begins from was said before. */
    static void opened(Desk desk, Code run, Pathway pathway) {
        words(desk, run, pathway, n -> isNamed(desk, run, pathway, n)).forEach(desk::oweAgain);
    }

    /** A field is said, on whatever runs; what was named last is not told again when it is only said again. */
    static void said(Desk desk, Code field) {
        for (PathwayRun run : desk.chart().runs().values()) {
            Optional<Pathway> known = run.isOpen() ? desk.rules().of(run) : Optional.empty();
            known.ifPresent(p -> words(
                            desk,
                            run.run(),
                            p,
                            n -> n.namedIn().equals(Optional.of(field))
                                    && isNamed(desk, run.run(), p, n)
                                    && !isNamedBefore(desk, run.run(), p, n))
                    .forEach(desk::oweAgain));
        }
    }

    /** Another version tells what is named already, or tells it to more: those who are to hear of it by that alone. */
    static List<Key> moved(Desk desk, Code run, Pathway from, Pathway to) {
        List<Key> before = open(desk, run);
        to.notices().stream()
                .filter(n -> isNamed(desk, run, to, n))
                .forEach(n -> n.recipients().stream()
                        .filter(r -> from.notices().stream().noneMatch(was -> isTold(desk, run, from, was, n, r)))
                        .forEach(r -> desk.oweAgain(word(desk, run, to, n, r))));
        return open(desk, run).stream().filter(k -> !before.contains(k)).toList();
    }

    private static boolean isTold(Desk desk, Code run, Pathway from, Notice was, Notice is, Code recipient) {
        return was.topic().equals(is.topic()) && was.recipients().contains(recipient) && isNamed(desk, run, from, was);
    }

    /** It was said of somebody else, or by mistake: nobody is to be told of it any more, unless it was decided too. */
    static void neverSaid(Desk desk, Fact fact) {
        for (PathwayRun run : desk.chart().runs().values()) {
            desk.rules().of(run).stream()
                    .flatMap(p -> p.notices().stream())
                    .filter(n -> n.namedIn().equals(Optional.of(fact.field())))
                    .filter(n ->
                            fact.value().text().equals(Optional.of(n.topic().value())))
                    .flatMap(n -> n.recipients().stream().map(r -> Keys.notice(run.run(), n.topic(), r)))
                    .flatMap(first -> open(desk, run.run()).stream().filter(k -> isOf(k, first)))
                    .filter(key -> isByWord(desk, run.run(), key, fact))
                    .forEach(key -> desk.release(key, IN_ERROR));
        }
    }

    private static boolean isOf(Key key, Key first) {
        return key.kind().equals(first.kind()) && key.subject().equals(first.subject());
    }

    /** Owed since it was said, or since the run began that it was said for. */
    private static boolean isByWord(Desk desk, Code run, Key key, Fact fact) {
        Instant since = desk.owed().get(key).orElseThrow().since();
        Instant began = desk.owed().get(Keys.outcome(run)).orElseThrow().since();
        return since.equals(fact.at().isBefore(began) ? began : fact.at());
    }

    private static List<Key> open(Desk desk, Code run) {
        return desk.owed().open().stream()
                .map(Obligation::key)
                .filter(k -> k.cause().equals(Keys.cause(run)))
                .toList();
    }

    private static boolean isNamed(Desk desk, Code run, Pathway pathway, Notice notice) {
        return notice.namedIn()
                .flatMap(field -> desk.chart().evidence().fact(field))
                .filter(fact -> names(desk, run, pathway, notice, fact))
                .isPresent();
    }

    /** What the field named before it was said once more; what was only heard meanwhile named nothing. */
    private static boolean isNamedBefore(Desk desk, Code run, Pathway pathway, Notice notice) {
        Evidence known = desk.chart().evidence();
        Code field = notice.namedIn().orElseThrow();
        int last = known.fact(field).orElseThrow().version();
        return known.versions(field).stream()
                .filter(Fact::counts)
                .filter(fact -> fact.version() < last)
                .filter(fact -> pathway.notices().stream()
                        .filter(n -> n.namedIn().equals(notice.namedIn()))
                        .anyMatch(n -> names(desk, run, pathway, n, fact)))
                .reduce((first, second) -> second)
                .filter(fact -> names(desk, run, pathway, notice, fact))
                .isPresent();
    }

    /** It is said since the run counts it, as firmly and by whom a field that lists the topic asks for. */
    private static boolean names(Desk desk, Code run, Pathway pathway, Notice notice, Fact fact) {
        return fact.at().isAfter(new OnChart(desk.chart(), run).since())
                && fact.value().text().equals(Optional.of(notice.topic().value()))
                && pathway.stages().stream()
                        .flatMap(s -> s.fields().stream())
                        .map(f -> f.need())
                        .anyMatch(need -> need.item().equals(fact.field()) && isFirm(need, notice.topic(), fact));
    }

    private static boolean isFirm(FieldNeed need, Code topic, Fact fact) {
        return need.holds()
                        .filter(h -> h instanceof Holds.OneOf of && of.values().contains(topic))
                        .isPresent()
                && need.suppliers().contains(fact.author().role())
                && fact.grade().atLeast(need.atLeast());
    }

    private static Stream<Opening> words(Desk desk, Code run, Pathway pathway, Predicate<Notice> which) {
        return pathway.notices().stream()
                .filter(which)
                .flatMap(n -> n.recipients().stream().map(to -> word(desk, run, pathway, n, to)));
    }

    private static Opening word(Desk desk, Code run, Pathway pathway, Notice notice, Code recipient) {
        Opening told = Opening.of(
                Keys.notice(run, notice.topic(), recipient),
                Optional.of(Keys.outcome(run)),
                desk.seat(notice.notifier()),
                desk.seat(recipient),
                desk.due(notice.within()),
                desk.route(pathway.ladder(pathway.handoff().ladder())));
        return desk.counting(told, notice.within());
    }
}
