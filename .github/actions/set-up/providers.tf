# The providers that every runner uses, brought once and cached: the AWS provider at the version that `npm test` runs.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}
