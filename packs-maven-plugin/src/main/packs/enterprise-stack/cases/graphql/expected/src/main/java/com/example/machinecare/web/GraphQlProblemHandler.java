package com.example.machinecare.web;

import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import jakarta.validation.ConstraintViolationException;
import org.springframework.graphql.data.method.annotation.GraphQlExceptionHandler;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.web.bind.annotation.ControllerAdvice;
import com.example.machinecare.task.TaskNotFoundException;

/** Turns whatever goes wrong into GraphQL errors that clients can tell apart. */
@ControllerAdvice
class GraphQlProblemHandler {

    @GraphQlExceptionHandler
    GraphQLError notFound(TaskNotFoundException exception, DataFetchingEnvironment environment) {
        return error(ErrorType.NOT_FOUND, exception, environment);
    }

    @GraphQlExceptionHandler
    GraphQLError invalid(ConstraintViolationException exception, DataFetchingEnvironment environment) {
        return error(ErrorType.BAD_REQUEST, exception, environment);
    }

    private static GraphQLError error(ErrorType type, Exception exception, DataFetchingEnvironment environment) {
        return GraphQLError.newError().errorType(type).message("%s", exception.getMessage())
                .path(environment.getExecutionStepInfo().getPath())
                .location(environment.getField().getSourceLocation()).build();
    }
}
