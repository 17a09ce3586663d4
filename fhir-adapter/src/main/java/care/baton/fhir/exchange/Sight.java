package care.baton.fhir.exchange;

import care.baton.fhir.MappingIssue;
import care.baton.fhir.task.SeenTask;
import care.baton.outcome.Code;
import care.baton.party.Agreement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of it when the server shows nothing: it does not answer, says no, or says that there is nothing. Each
 * time is remarked; when it lasts longer than the partner's polling interval, or the server has said no for good,
 * somebody has to look.
 */
final class Sight {

    private static final Code NOT_KEPT = Code.of("not-kept");
    private static final Code NOT_WRITTEN = Code.of("not-written");
    private static final Code ACCESS_WITHDRAWN = Code.of("access-withdrawn");
    private static final Code FOCUS_UNREADABLE = Code.of("focus-unreadable");
    private static final Code TASK_UNREACHABLE = Code.of("task-unreachable");
    private static final Code ABORT_UNREACHABLE = Code.of("abort-unreachable");
    private static final Code REPORT_UNREACHABLE = Code.of("report-unreachable");
    private static final Code REQUEST_UNREACHABLE = Code.of("request-unreachable");
    private static final Code QUESTION_UNREACHABLE = Code.of("question-unreachable");

    /** For how long a partner may be out of reach with whom no polling interval is agreed. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Sitting sitting;

    Sight(Sitting sitting) {
        this.sitting = sitting;
    }

    void unknown(Link link) {
        sitting.issues.add(MappingIssue.warning("no-answer", Sitting.place(link)));
        sitting.nothing(link, Duration.ZERO);
        lasting(link, Duration.ZERO);
    }

    void rejected(Link link) {
        sitting.nothing(link, Duration.ZERO);
        lasting(link, Duration.ZERO);
    }

    /**
     * Later is waited for; a no for good is not asked again, and what stands there decides what becomes of it. An answer
     * of ours goes back to whoever gave it; of anything else somebody hears at once.
     */
    void refused(Link link, Response.Refused r) {
        Link next = link.unresolved(sitting.now, r.after().orElse(Duration.ZERO));
        boolean later = Raw.isLater(r.status());
        sitting.put(later ? next : next.refusing(wish(link)));
        if (r.status() == 403) {
            sitting.stance(link).filter(s -> s.sends() && s.binding()).ifPresent(s -> shut(s, link));
            unreadable(link);
        }
        boolean decided =
                sitting.stance(link).filter(s -> s.pending() && !s.sends()).isPresent();
        if (later || decided) {
            lasting(link, r.after().orElse(Duration.ZERO));
        } else {
            sitting.look(link, what(link), isNews(link));
        }
    }

    /** What a Task is about is looked for each day: that it still cannot be read is no news; nor that a Task is gone. */
    private static boolean isNews(Link link) {
        return !link.isGone() && (!Sitting.isFocus(link) || link.refused().isEmpty());
    }

    /**
     * Nothing of an identifier: it was not stored, and what never came there is taken back by that. Nothing of an id: it is
     * gone, and is not written anew. Another Task of one offer that is gone leaves nothing to ask.
     */
    void absent(Link link) {
        Optional<Stance> unsent =
                sitting.stance(link).filter(s -> s.sends() && (s.pending() || s.binding()) && Unsent.is(link));
        if (unsent.isPresent()) {
            sitting.put(link.absent());
            gone(unsent.get(), link);
            return;
        }
        if (link.id().isEmpty()) {
            sitting.put(link.unstored(sitting.now));
            new SecondTask(sitting).mayCome(link);
            lasting(link, Duration.ZERO);
            return;
        }
        if (link.key().isSecond()) {
            sitting.put(link.absent().refusing(Link.GONE));
            return;
        }
        sitting.error(Link.GONE, link);
        Optional<Stance> stance = sitting.stance(link);
        if (stance.filter(s -> !isSureOfEnd(s, link)).isPresent()) {
            rejected(link);
            return;
        }
        sitting.put(link.absent().refusing(Link.GONE));
        unreadable(link);
        stance.ifPresent(s -> gone(s, link));
        sitting.look(link, stance.isPresent() ? Link.GONE : what(link), isNews(link));
    }

    /**
     * The sender takes back at once what is said to be gone. Whoever was asked lets go of nothing for one word: it is
     * looked for again, and for as long as an answer that may have left may stand there after all.
     */
    private static boolean isSureOfEnd(Stance stance, Link link) {
        return stance.sends() || (link.failures() >= AsReceiver.MOST && !(stance.pending() && link.again() > 0));
    }

    /**
     * What stands there after a write of ours. What the server takes time after time and does not keep is not said again by
     * itself, but once over what somebody else writes there: somebody hears of it.
     */
    void said(Stance stance, Link link, SeenTask task) {
        Face face = stance.face(link, task);
        boolean unsaid = !stance.waitsFor(face) && !stance.stands(task, face);
        boolean kept = !unsaid || link.again() < AsReceiver.MOST;
        sitting.put(link);
        if (!kept) {
            notKept(link, face.wish());
        } else if (unsaid && !stance.isLookedInto() && !Leaving.may(stance, link, task, face)) {
            unwritten(link, face.wish().value());
        }
    }

    /** This version stands there. That what we end beside a Task is not kept is heard of as of the Task itself. */
    void stands(Link link) {
        sitting.put(link);
        if (!link.key().isOffer()
                && link.again() >= AsReceiver.MOST
                && Planner.open(link).isPresent()) {
            notKept(link, Face.writing("end"));
        }
    }

    private void notKept(Link link, Code wish) {
        sitting.put(link.unsent().refusing(wish));
        sitting.error(NOT_KEPT, link);
        sitting.look(link, what(link), true);
    }

    /** It is not ours to write over what stands there, and nobody looks: a person says it otherwise, once for each word. */
    private void unwritten(Link link, String wish) {
        if (!sitting.hasAsked(link, NOT_WRITTEN, wish)) {
            sitting.error(NOT_WRITTEN, link);
            sitting.look(link, NOT_WRITTEN, true, wish);
        }
    }

    private void gone(Stance s, Link link) {
        List<Said> said = new ArrayList<>();
        if (s.pending()) {
            said.add(
                    s.sends()
                            ? Said.confirm(s.offer().number(), sitting.endpoint.own())
                            : Said.overtaken(s.offer().number(), Link.GONE, sitting.endpoint.own()));
        } else if (s.sends() && s.binding()) {
            said.addAll(AsSender.back(s, s.talks().course(), Link.GONE));
        }
        sitting.run(link, "gone@" + link.requests(), said);
    }

    /** We may not look at it any more: what nobody can see is held there is ours again. */
    private void shut(Stance stance, Link link) {
        boolean asks = link.task()
                .filter(task -> stance.stands(task, stance.face(link, task)))
                .isPresent();
        if (asks) {
            sitting.error(ACCESS_WITHDRAWN, link);
            sitting.run(
                    link,
                    "shut@" + link.requests(),
                    AsSender.back(stance, stance.talks().course(), ACCESS_WITHDRAWN));
        }
    }

    /** What a Task is about stands nowhere that we read: as where its server does not let us. */
    void nowhere(LinkKey note) {
        Optional<Link> before = sitting.links().get(note);
        Link link = before.orElse(Link.unknown(note)).refusing(FOCUS_UNREADABLE);
        sitting.put(link);
        unreadable(link);
        sitting.look(link, FOCUS_UNREADABLE, before.isEmpty());
    }

    /** What a Task is about cannot be read: a person who is about to accept hears so, once. */
    private void unreadable(Link link) {
        if (!Sitting.isFocus(link)) {
            return;
        }
        sitting.error(FOCUS_UNREADABLE, link);
        Optional<Stance> accepting = sitting.offer(link).filter(Sitting::isAccepting);
        if (accepting.isPresent() && !link.asked().equals(Optional.of(OurMarks.UNREADABLE))) {
            sitting.run(
                    link,
                    "unreadable@" + link.requests(),
                    List.of(Said.overtaken(
                            accepting.get().offer().number(), FOCUS_UNREADABLE, sitting.endpoint.own())));
            sitting.put(sitting.links()
                    .get(link.key())
                    .orElse(link)
                    .told(OurMarks.UNREADABLE)
                    .stale());
        }
    }

    /** It has come to nothing for so long, or is to, that somebody must know: once each time that it begins to last. */
    private void lasting(Link link, Duration asked) {
        Duration patience = sitting.recording
                .agreement(sitting.endpoint.partner().organization())
                .flatMap(Agreement::polled)
                .orElse(PATIENCE);
        if (link.hasFailedFor(patience, asked)) {
            sitting.look(link, what(link), link.beginsToFailFor(patience, asked));
        }
    }

    static Code what(Link link) {
        if (Sitting.isFocus(link)) {
            return FOCUS_UNREADABLE;
        }
        if (link.key().isAbort()) {
            return ABORT_UNREACHABLE;
        }
        return switch (link.key().type()) {
            case "Task" -> TASK_UNREACHABLE;
            case "Communication" -> REPORT_UNREACHABLE;
            case "ServiceRequest" -> REQUEST_UNREACHABLE;
            default -> QUESTION_UNREACHABLE;
        };
    }

    private Code wish(Link link) {
        if (link.id().isEmpty()) {
            return Planner.CREATE;
        }
        return sitting.stance(link)
                .flatMap(s -> link.task().map(task -> s.face(link, task).wish()))
                .orElse(Code.of("read"));
    }
}
