package care.baton.fhir.task;

import java.util.Optional;

/** Whom and what a Task names, and what it is called when it names another. */
public enum Naming {
    /** Who is to do it. */
    OWNER("owner-replaced", "Task.owner"),
    /** Who asks for it. */
    REQUESTER("requester-changed", "Task.requester"),
    /** For whom it is. */
    PERSON("person-changed", "Task.for"),
    /** What it is about. */
    FOCUS("focus-changed", "Task.focus");

    private final String changed;
    private final String path;

    Naming(String changed, String path) {
        this.changed = changed;
        this.path = path;
    }

    /**
     * What is said where another is named than before.
     *
     * @return the code
     */
    public String changed() {
        return changed;
    }

    /**
     * Where it stands.
     *
     * @return the element's path
     */
    public String path() {
        return path;
    }

    /**
     * Whom or what a version names.
     *
     * @param task the version
     * @return the reference; empty where it names nobody
     */
    public Optional<SeenReference> in(SeenTask task) {
        return switch (this) {
            case OWNER -> task.owner();
            case REQUESTER -> task.requester();
            case PERSON -> task.person();
            case FOCUS -> task.focus();
        };
    }
}
