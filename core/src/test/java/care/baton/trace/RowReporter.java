package care.baton.trace;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Reports the rows among the arguments of one invocation, before it runs. */
final class RowReporter implements InvocationInterceptor {
    static final String KEY = "care.baton.trace.row";

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext extensionContext)
            throws Throwable {
        for (Object argument : invocationContext.getArguments()) {
            if (argument instanceof Row row) {
                extensionContext.publishReportEntry(KEY, row.id());
            }
        }
        invocation.proceed();
    }
}
