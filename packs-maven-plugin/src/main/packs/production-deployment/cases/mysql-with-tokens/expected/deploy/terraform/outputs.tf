output "namespace" {
  description = "Where the service is deployed"
  value       = kubernetes_namespace_v1.app.metadata[0].name
}

output "deployer" {
  description = "The account that the pipeline uses; kubectl create token gives it a token"
  value       = kubernetes_service_account_v1.deployer.metadata[0].name
}

output "token_command" {
  description = "Prints a token for the pipeline that ends after 90 days"
  value       = "kubectl --namespace ${local.namespace} create token ${kubernetes_service_account_v1.deployer.metadata[0].name} --duration 2160h"
}
