package care.baton.trace;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives every property a seed of its own: that of its name, so a build says the same of the same tree each time.
 * {@code -Dbaton.seed=N} deals other cases, {@code -Dbaton.seed=random} others each time.
 */
public final class Seeds implements AroundPropertyHook {

    private static final String ASKED = System.getProperty("baton.seed", "0");

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyAttributes attributes = context.attributes();
        if (attributes.seed().isEmpty() && !ASKED.equals("random")) {
            attributes.setSeed(Long.toString(of(context.containerClass().getName() + "." + context.label())));
        }
        return property.execute();
    }

    /** Not the name's hash alone: a number asked for deals other cases to every property. */
    static long of(String name) {
        return name.hashCode() * 1_000_003L + Long.parseLong(ASKED);
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public int aroundPropertyProximity() {
        return -50; // outside whatever a single property asks for
    }
}
